import { groupOptions, loadNeighbour } from '$lib/door/door.server';
import { moveAnswer } from '$lib/door/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params, url }) {
	const one = await loadNeighbour(locals.supabase, params.resident);
	const from = one.member.find(({ groupId }) => groupId === url.searchParams.get('from'));
	const name = isolate(one.firstName);
	return {
		title: m.neighbour_move(),
		question: m.door_group_question({ name }),
		intro: from && m.move_from({ name, group: isolate(from.groupName) }),
		back: `/desk/neighbours/${one.residentId}`,
		groups: groupOptions(
			one.groups.filter(({ id }) => !one.member.some(({ groupId }) => groupId === id))
		),
		tick: m.move_wish({ name })
	};
}

export const actions = {
	default: formAction(moveAnswer, async ({ groupId }, event) => {
		const { resident } = event.params;
		const { firstName, member } = await loadNeighbour(event.locals.supabase, resident);
		const from = member.find((place) => place.groupId === event.url.searchParams.get('from'));
		const outcome = await call(event.locals.supabase, 'move_neighbour', {
			resident_id: resident,
			from_group_id: from?.groupId ?? null,
			to_group_id: groupId
		});
		const done = outcome === 'member' ? m.door_done_member : m.door_done_waiting;
		onward(event, `/desk/neighbours/${resident}`, done({ name: isolate(firstName) }));
	})
};
