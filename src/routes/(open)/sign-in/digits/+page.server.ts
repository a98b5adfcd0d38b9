import { redirect } from '@sveltejs/kit';
import { clearFlow, readFlow } from '$lib/account/flow-state.server';
import { confirmation } from '$lib/account/schema';
import { confirmCode, goOn, sendCodeAgain } from '$lib/account/sign-in.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';

export function load({ cookies, locals }) {
	if (locals.userId) redirect(303, '/today');
	const { email } = readFlow(cookies);
	if (!email) redirect(303, '/sign-in');
	return { title: m.join_digits_title(), hint: m.sign_in_digits_hint({ email }) };
}

export const actions = {
	confirm: formAction(confirmation, async ({ digits, ownPhone }, event) => {
		const { next } = readFlow(event.cookies);
		if (!event.locals.userId) await confirmCode(event, digits, ownPhone);
		clearFlow(event);
		goOn(event, next);
	}),
	again: formAction(nothing, async (_, event) => {
		await sendCodeAgain(event, false);
		return { notice: m.join_digits_sent() };
	})
};
