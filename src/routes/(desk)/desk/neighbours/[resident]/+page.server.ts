import { dayWords } from '$lib/dates/words.server';
import { loadNeighbour } from '$lib/door/door.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const one = await loadNeighbour(locals.supabase, params.resident);
	return {
		title: m.neighbour_title(),
		firstName: one.firstName,
		name: isolate(one.firstName),
		here: `/desk/neighbours/${one.residentId}`,
		back: `/desk/door/${one.slug}`,
		face: one.face,
		telephone: one.telephone,
		words: one.words,
		places: [...one.member, ...one.waits.map((place) => ({ ...place, waits: true }))],
		cardUntil: one.cardUntil && dayWords(one.cardUntil, 'Europe/Amsterdam')
	};
}

export const actions = {
	revoke: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'revoke_neighbour_card', { resident_id: params.resident });
		return { notice: m.neighbour_card_revoked() };
	})
};
