import { loadNeighbour } from '$lib/conversations/neighbour.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params, url }) {
	const { neighbour, back } = await loadNeighbour(
		locals.supabase,
		params.residentId,
		url.searchParams
	);
	const name = isolate(neighbour.firstName);
	return {
		back,
		title: m.block_page(),
		question: m.block_title({ name }),
		says: [m.block_1(), m.block_2({ name }), m.block_3({ name }), m.block_4(), m.block_5()],
		button: m.block_yes()
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const { residentId } = event.params;
		await call(event.locals.supabase, 'block_neighbour', { resident_id: residentId });
		onward(event, '/me/conversations', m.block_done());
	})
};
