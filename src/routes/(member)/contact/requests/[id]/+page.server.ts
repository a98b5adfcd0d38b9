import { isHttpError } from '@sveltejs/kit';
import { loadMyRequest } from '$lib/contact/requests.server';
import { handoverAnswer, helpedAnswer } from '$lib/contact/schema';
import { describeRequest } from '$lib/contact/words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals, params }) {
	const request = await loadMyRequest(locals.supabase, params.id);
	return { title: m.request_title(), request: describeRequest(request) };
}

export const actions = {
	handover: formAction(handoverAnswer, async ({ agree }, { locals, params }) => {
		const args = { request_id: params.id!, agree };
		const taken = await call(locals.supabase, 'answer_handover', args);
		return { notice: taken ? m.request_handover_yes_done() : m.request_handover_no_done() };
	}),
	helped: formAction(helpedAnswer, async ({ helped }, { locals, params }) => {
		await call(locals.supabase, 'say_if_helped', { request_id: params.id!, helped });
		return { notice: helped ? m.request_helped_yes_done() : m.request_helped_no_done() };
	}),
	cancel: formAction(nothing, async (_, event) => {
		try {
			await call(event.locals.supabase, 'cancel_contact_request', {
				request_id: event.params.id!
			});
		} catch (thrown) {
			// A second tap: it is gone already.
			if (!isHttpError(thrown, 404)) throw thrown;
		}
		onward(event, '/contact', m.request_cancelled());
	})
};
