import { loadNeighbour } from '$lib/door/door.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const one = await loadNeighbour(locals.supabase, params.resident);
	const place =
		[...one.member, ...one.waits].find(({ groupId }) => groupId === params.group) ?? notThere();
	const words = { name: isolate(one.firstName), group: isolate(place.groupName) };
	return {
		title: m.neighbour_leave_title(),
		question: m.neighbour_leave_question(words),
		back: `/desk/neighbours/${one.residentId}`,
		says: [m.neighbour_leave_1(words), m.neighbour_leave_2()],
		button: m.neighbour_leave_button()
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const { resident, group } = event.params;
		await call(event.locals.supabase, 'move_neighbour', {
			resident_id: resident,
			from_group_id: group,
			to_group_id: null
		});
		onward(event, `/desk/neighbours/${resident}`, m.neighbour_left());
	})
};
