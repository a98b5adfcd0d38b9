import { loadNewGroup } from '$lib/groups/groups.server';
import { offerGroup } from '$lib/groups/hosting.server';
import { weekMomentWords } from '$lib/groups/moment-words.server';
import { momentOptions, timesIn } from '$lib/groups/options.server';
import { moments, offeredGroup } from '$lib/groups/schema';
import { loadCentre } from '$lib/neighbourhood/centre.server';
import { m } from '$lib/paraglide/messages';
import { notThere } from '$lib/server/database-error';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals, params }) {
	const moment = moments.find(({ id }) => id === params.moment);
	if (!moment && params.moment !== 'other') notThere();
	const { id, people } = await loadNewGroup(locals.supabase, params.slug);
	const can = people.filter((person) => moment && person.moments.includes(moment.id));
	const unsaid = people.filter((person) => !person.moments.length);
	const options = momentOptions();
	const place = await loadCentre(locals.supabase, id);
	return {
		id: crypto.randomUUID(),
		title: moment
			? m.new_group_question_at({ moment: weekMomentWords(moment) })
			: m.new_group_question(),
		back: `/desk/new-group/${params.slug}`,
		weekday: moment?.weekday,
		place,
		options: moment
			? {
					...options,
					weekdays: options.weekdays.filter(({ value }) => value === String(moment.weekday)),
					times: timesIn(moment.part)
				}
			: options,
		people: (moment ? [...can, ...unsaid] : people).map((person) => ({
			value: person.residentId,
			label: person.firstName,
			face: person.face,
			hint: person.moments.length ? undefined : m.new_group_person_unsaid()
		})),
		ticked: can.slice(0, 8).map(({ residentId }) => residentId)
	};
}

export const actions = {
	default: formAction(offeredGroup, async (group, event) => {
		const { id } = await loadNewGroup(event.locals.supabase, event.params.slug);
		await offerGroup(event.locals.supabase, id, group);
		onward(event, '/desk', m.new_group_done());
	})
};
