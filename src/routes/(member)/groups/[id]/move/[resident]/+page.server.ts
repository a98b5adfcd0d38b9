import { groupOptions, loadMove } from '$lib/door/door.server';
import { moveAnswer, moveQuestion } from '$lib/door/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const one = await loadMove(locals.supabase, params.id, params.resident);
	const name = isolate(one.firstName);
	return {
		title: m.neighbour_move(),
		question: m.door_group_question({ name }),
		intro: one.hasAccount
			? m.move_ask_intro({ name })
			: one.waits
				? undefined
				: m.move_from({ name, group: isolate(one.groupName) }),
		back: one.waits ? '/desk' : `/groups/${params.id}`,
		// A question stands already: one thing at a time.
		asked: one.asked && m.move_asked({ name, group: isolate(one.asked) }),
		// Somebody is asked for a chair that is there.
		groups: groupOptions(one.hasAccount ? one.groups.filter(({ full }) => !full) : one.groups),
		tick: one.hasAccount ? undefined : m.move_wish({ name }),
		button: one.hasAccount ? m.move_ask_button({ name }) : m.move_button()
	};
}

export const actions = {
	default: async (event) => {
		const { id, resident } = event.params;
		const { supabase } = event.locals;
		const { firstName, hasAccount, waits } = await loadMove(supabase, id, resident);
		const name = isolate(firstName);
		return formAction(hasAccount ? moveQuestion : moveAnswer, async ({ groupId }, visit) => {
			const outcome = await call(supabase, hasAccount ? 'propose_move' : 'move_neighbour', {
				resident_id: resident,
				from_group_id: id,
				to_group_id: groupId
			});
			const done = { asked: m.move_asked_done, member: m.door_done_member }[outcome];
			onward(visit, waits ? '/desk' : `/groups/${id}`, (done ?? m.door_done_waiting)({ name }));
		})(event);
	}
};
