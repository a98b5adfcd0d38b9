import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readFlow, wayIn } from '$lib/account/flow-state.server';
import { email } from '$lib/account/schema';
import { requireInvite } from '$lib/account/invite.server';
import { sendCode } from '$lib/account/sign-in.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export function load({ cookies }) {
	const flow = readFlow(cookies);
	const way = wayIn(flow) ?? redirect(303, '/join');
	return {
		title: m.join_email_title(),
		hint: flow.supports
			? m.join_supports_email_hint({ name: isolate(flow.supports) })
			: m.join_email_hint(),
		email: flow.email,
		back: way.before,
		step: way.total - 1,
		total: way.total
	};
}

export const actions = {
	default: formAction(z.object({ email }), async (input, event) => {
		// Only who holds a code that works gets an account.
		await requireInvite(event, readFlow(event.cookies).code ?? '');
		await sendCode(event, input.email, true);
		redirect(303, '/join/digits');
	})
};
