import { redirect } from '@sveltejs/kit';
import { finishJoining } from '$lib/account/finish-joining.server';
import { readFlow, wayIn } from '$lib/account/flow-state.server';
import { requireInvite } from '$lib/account/invite.server';
import { confirmation } from '$lib/account/schema';
import { confirmCode, sendCodeAgain } from '$lib/account/sign-in.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';

export function load({ cookies, locals }) {
	const flow = readFlow(cookies);
	if (locals.userId && !flow.code) redirect(303, '/today');
	const way = wayIn(flow);
	if (!way || !flow.email) redirect(303, '/join');
	return {
		title: m.join_digits_title(),
		hint: m.join_digits_hint({ email: flow.email }),
		total: way.total
	};
}

export const actions = {
	confirm: formAction(confirmation, async ({ digits, ownPhone }, event) => {
		if (!event.locals.userId) await confirmCode(event, digits, ownPhone);
		return finishJoining(event);
	}),
	again: formAction(nothing, async (_, event) => {
		await requireInvite(event, readFlow(event.cookies).code ?? '');
		await sendCodeAgain(event, true);
		return { notice: m.join_digits_sent() };
	})
};
