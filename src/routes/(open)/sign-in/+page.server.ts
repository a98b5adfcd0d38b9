import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readFlow, writeFlow } from '$lib/account/flow-state.server';
import { email } from '$lib/account/schema';
import { ownPath, sendCode } from '$lib/account/sign-in.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export function load({ cookies, locals, url }) {
	const next = ownPath(url.searchParams.get('next'));
	if (locals.userId) redirect(303, next ?? '/today');
	return { title: m.sign_in_question(), email: readFlow(cookies).email };
}

export const actions = {
	default: formAction(z.object({ email }), async (input, event) => {
		const next = ownPath(event.url.searchParams.get('next')) ?? undefined;
		writeFlow(
			event.cookies,
			{ code: undefined, firstName: undefined, next },
			event.url.protocol === 'https:'
		);
		await sendCode(event, input.email, false);
		redirect(303, '/sign-in/digits');
	})
};
