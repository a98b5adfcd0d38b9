import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readFlow } from '$lib/account/flow-state.server';
import { email } from '$lib/account/schema';
import { requireInvite } from '$lib/account/invite.server';
import { sendCode } from '$lib/account/sign-in.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export function load({ cookies }) {
	const flow = readFlow(cookies);
	if (!flow.code || !flow.firstName) redirect(303, '/join');
	return { title: m.join_email_title(), email: flow.email };
}

export const actions = {
	default: formAction(z.object({ email }), async (input, event) => {
		// Only who holds a code that works gets an account.
		await requireInvite(event, readFlow(event.cookies).code ?? '');
		await sendCode(event, input.email, true);
		redirect(303, '/join/digits');
	})
};
