import { answerRequest, giveOn, writeToAuthor } from '$lib/contact/desk-actions.server';
import { deskAnswer } from '$lib/contact/desk-schema';
import { describeAnswerable } from '$lib/contact/desk-words.server';
import { readRequest } from '$lib/contact/desk.server';
import { localDate } from '$lib/dates/local.server';
import { timeOptions } from '$lib/groups/options.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, params }) {
	const request = await readRequest(locals.supabase, params.request);
	return {
		title: m.contact_desk_request_title(),
		request: describeAnswerable(request),
		times: [{ value: '', label: m.change_starts_at_choose() }, ...timeOptions()],
		earliest: localDate(new Date(), request.timeZone),
		latest: localDate(new Date(), request.timeZone, 92)
	};
}

export const actions = {
	answer: formAction(deskAnswer, answerRequest),
	giveOn: formAction(nothing, (_, event: Parameters<typeof giveOn>[0]) => giveOn(event)),
	message: formAction(nothing, (_, event: Parameters<typeof giveOn>[0]) => writeToAuthor(event))
};
