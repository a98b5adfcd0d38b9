import { ruleWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { loadNeighbourhood } from '$lib/organisation/organisation.server';
import { drawQr } from '$lib/paper/qr.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { forgetTold, readTold, tellOnce } from '$lib/server/told-once';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { slug, groups } = await loadNeighbourhood(event, event.params.slug);
	const group = groups.find(({ id }) => id === event.params.group) ?? notThere();
	const code = readTold(event)?.code;
	return {
		title: m.organisation_card_title(),
		text: m.organisation_card_text({ group: isolate(group.name) }),
		back: `/organisation/in/${slug}`,
		name: group.name,
		moments: [m.paper_poster_moment({ rule: capital(ruleWords(group)), place: group.placeName })],
		card: code && {
			code,
			qr: drawQr(`${event.url.origin}/join/${code.replaceAll(' ', '')}`),
			address: `${event.url.host}/join`
		}
	};
}

export const actions = {
	make: formAction(nothing, async (_, event) => {
		const made = { group_id: event.params.group };
		tellOnce(event, await call(event.locals.supabase, 'make_group_card', made));
	}),
	done: formAction(nothing, (_, event) => {
		forgetTold(event);
		return { notice: m.organisation_card_gone() };
	})
};
