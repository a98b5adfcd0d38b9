import { loadAnswers } from '$lib/door/answers.server';
import { activityOptions } from '$lib/groups/activity-words';
import { wishes } from '$lib/groups/choosing.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const { choosing, people } = await loadAnswers(locals.supabase, params.id);
	const person = people.find(({ residentId }) => residentId === params.resident) ?? notThere();
	return {
		title: m.answers_title(),
		question: m.answers_wish({ name: isolate(person.firstName) }),
		back: `/meetups/${params.id}/for`,
		choosing,
		options: activityOptions(),
		liked: person.wishes.map(({ activity }) => activity),
		words: person.wishes.find(({ words }) => words)?.words ?? ''
	};
}

export const actions = {
	default: formAction(wishes, async ({ activity, words }, event) => {
		const { id, resident } = event.params;
		await call(event.locals.supabase, 'wish_for', {
			meetup_id: id,
			resident_id: resident,
			activities: [...activity],
			words: activity.includes('other') ? words : null
		});
		onward(event, `/meetups/${id}/for`, m.answers_done());
	})
};
