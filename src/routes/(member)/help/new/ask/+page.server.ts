import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { myTelephone } from '$lib/circle/schema';
import { loadPlaces } from '$lib/help/posts.server';
import { neighbourhoodAnswer } from '$lib/help/schema';
import { contactName } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

const wish = z.object({ ...neighbourhoodAnswer.shape, ...myTelephone.shape });

export async function load({ locals }) {
	const places = await loadPlaces(locals.supabase);
	if (!places.length) redirect(303, '/help/new');
	const named = places.map(({ id, name, asked, contact }) => ({
		id,
		neighbourhood: name,
		asked,
		name: contactName(contact)
	}));
	return {
		title: m.help_ask_title(),
		asked: named.filter(({ asked }) => asked),
		open: named.filter(({ asked }) => !asked)
	};
}

export const actions = {
	ask: formAction(wish, async ({ neighbourhoodId, telephone }, { locals }) => {
		const args = { neighbourhood_id: neighbourhoodId, telephone };
		await call(locals.supabase, 'ask_help_placed', args);
		const places = await loadPlaces(locals.supabase);
		const place = places.find(({ id }) => id === neighbourhoodId);
		return { notice: m.help_ask_done({ name: contactName(place?.contact ?? []) }) };
	}),
	cancel: formAction(neighbourhoodAnswer, async ({ neighbourhoodId }, { locals }) => {
		await call(locals.supabase, 'cancel_help_ask', { neighbourhood_id: neighbourhoodId });
		return { notice: m.help_ask_cancelled() };
	})
};
