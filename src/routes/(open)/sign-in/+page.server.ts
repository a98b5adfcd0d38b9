import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readFlow, writeFlow } from '$lib/account/flow-state.server';
import { email } from '$lib/account/schema';
import { goOn, ownPath, sendCode } from '$lib/account/sign-in.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export function load(event) {
	if (event.locals.userId) goOn(event, event.url.searchParams.get('next'));
	return { title: m.sign_in_question(), email: readFlow(event.cookies).email };
}

export const actions = {
	default: formAction(z.object({ email }), async (input, event) => {
		const next = ownPath(event.url.searchParams.get('next')) ?? undefined;
		writeFlow(event, { code: undefined, firstName: undefined, next });
		await sendCode(event, input.email, false);
		redirect(303, '/sign-in/digits');
	})
};
