import { answerRequest, giveOn } from '$lib/contact/desk-actions.server';
import { deskAnswer } from '$lib/contact/desk-schema';
import { describeRequest } from '$lib/contact/desk-words.server';
import { readRequest } from '$lib/contact/desk.server';
import { loadConversations } from '$lib/conversations/conversations.server';
import { localDate } from '$lib/dates/local.server';
import { timeOptions } from '$lib/groups/options.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, params }) {
	const [request, { conversations }] = await Promise.all([
		readRequest(locals.supabase, params.request),
		loadConversations(locals.supabase)
	]);
	const { author, timeZone } = request;
	const talk = conversations.find(
		({ ended, people }) =>
			author &&
			!ended &&
			people.length === 2 &&
			people.every(({ left }) => !left) &&
			people.some(({ me, residentId }) => !me && residentId === author.residentId)
	);
	return {
		title: m.contact_desk_request_title(),
		request: describeRequest(request),
		talk: talk ? `/me/conversations/${talk.id}` : null,
		times: [{ value: '', label: m.change_starts_at_choose() }, ...timeOptions()],
		earliest: localDate(new Date(), timeZone),
		latest: localDate(new Date(), timeZone, 92)
	};
}

export const actions = {
	answer: formAction(deskAnswer, answerRequest),
	giveOn: formAction(nothing, (_, event: Parameters<typeof giveOn>[0]) => giveOn(event))
};
