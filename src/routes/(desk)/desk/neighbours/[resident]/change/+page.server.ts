import { loadNeighbour } from '$lib/door/door.server';
import { changedNeighbour } from '$lib/door/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals, params }) {
	const { residentId, firstName, telephone, words } = await loadNeighbour(
		locals.supabase,
		params.resident
	);
	return {
		title: m.neighbour_change(),
		back: `/desk/neighbours/${residentId}`,
		saved: { firstName, telephone, words }
	};
}

export const actions = {
	default: formAction(changedNeighbour, async ({ firstName, telephone, words }, event) => {
		const resident_id = event.params.resident;
		await call(event.locals.supabase, 'change_neighbour', {
			resident_id,
			first_name: firstName,
			telephone,
			words
		});
		onward(event, `/desk/neighbours/${resident_id}`, m.neighbour_changed());
	})
};
