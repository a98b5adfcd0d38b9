import { loadNeighbour } from '$lib/door/door.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const { residentId, firstName } = await loadNeighbour(locals.supabase, params.resident);
	const name = isolate(firstName);
	return {
		title: m.neighbour_erase_title(),
		question: m.neighbour_erase_question({ name }),
		back: `/desk/neighbours/${residentId}`,
		says: [m.neighbour_erase_1({ name }), m.neighbour_erase_2(), m.neighbour_erase_3()],
		button: m.neighbour_erase_button()
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const { supabase } = event.locals;
		const { residentId, slug } = await loadNeighbour(supabase, event.params.resident);
		await call(supabase, 'erase_neighbour', { resident_id: residentId });
		onward(event, `/desk/door/${slug}`, m.neighbour_erased());
	})
};
