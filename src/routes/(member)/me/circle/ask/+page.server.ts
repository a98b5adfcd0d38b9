import { loadCircle } from '$lib/circle/circle.server';
import { neighbourAsked } from '$lib/circle/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { onward } from '$lib/server/onward';
import { formAction } from '$lib/server/form';

export async function load({ locals }) {
	const { neighbours } = await loadCircle(locals.supabase);
	return {
		title: m.circle_ask(),
		question: m.circle_ask_question(),
		back: '/me/circle',
		neighbours: neighbours.map(({ residentId, firstName, face }) => ({
			value: residentId,
			label: firstName,
			face
		}))
	};
}

export const actions = {
	default: formAction(neighbourAsked, async ({ residentId }, event) => {
		await call(event.locals.supabase, 'invite_supporter', { resident_id: residentId });
		onward(event, '/me/circle', m.circle_ask_done());
	})
};
