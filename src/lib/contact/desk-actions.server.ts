import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { momentAt } from '$lib/dates/local.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { onward } from '$lib/server/onward';
import type { deskAnswer } from './desk-schema';
import { loadAnswerable } from './desk.server';

type Event = RequestEvent<{ request: string }>;

const DESK = '/desk/contact';

/** Says what the contact person does about a request; what is done leads back to what still waits. */
export async function answerRequest(input: z.output<typeof deskAnswer>, event: Event) {
	const { locals, params } = event;
	const { author, timeZone } = await loadAnswerable(locals.supabase, params.request);
	await call(locals.supabase, 'answer_contact_request', {
		request_id: params.request,
		state: input.state,
		planned_at: input.at && momentAt(input.at, timeZone),
		line: input.line
	});
	if (input.state === 'closed') onward(event, DESK, m.contact_desk_closed_done());
	return { notice: author ? m.contact_desk_answered() : m.contact_desk_kept() };
}

/** Gives a request to the stand-in: at once what has no author, otherwise after asking. */
export async function giveOn(event: Event) {
	const { locals, params } = event;
	const { author } = await loadAnswerable(locals.supabase, params.request);
	await call(locals.supabase, 'ask_handover', { request_id: params.request });
	// It is the stand-in's alone from now on.
	if (!author) onward(event, DESK, m.contact_desk_given_on());
	return { notice: m.contact_desk_handover_asked_done() };
}

/** Opens the conversation with who asked: the way back to who wants to talk, but not by telephone. */
export async function writeToAuthor(event: Event) {
	const args = { request_id: event.params.request };
	onward(event, `/me/conversations/${await call(event.locals.supabase, 'message_author', args)}`);
}
