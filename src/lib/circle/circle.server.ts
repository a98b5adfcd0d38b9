import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { call, callPage } from '$lib/server/call';
import { notThere, refuse } from '$lib/server/database-error';
import { circleCodeShape, circleShape, seenShape, supportedShape } from './shapes.server';

type Supabase = App.Locals['supabase'];

const deadCode = (): never =>
	error(404, { message: m.circle_code_dead(), hint: 'circle_code_dead' });

/** Who supports me, whom I support, and whom I may ask. */
export const loadCircle = (supabase: Supabase) =>
	callPage(supabase, 'circle_page', {}, circleShape);

/** Somebody whom I asked or who supports me, answered or not; 404 when there is no such person. */
export async function loadCompanion(supabase: Supabase, id: string) {
	const { workers, supporters } = await loadCircle(supabase);
	const worker = workers.find((known) => known.id === id);
	const supporter = supporters.find((known) => known.id === id);
	const companion = worker ?? supporter ?? notThere();
	return { ...companion, worker: worker ?? null, accepted: supporter?.accepted ?? true };
}

/** Whom I asked with a code that nobody used yet, each with a mark that changes with a new code. */
export async function loadAskedByCode(supabase: Supabase) {
	const { data, error, status } = await supabase
		.from('supporters')
		.select('id, name, invited_at')
		.not('name', 'is', null)
		.is('accepted_at', null);
	if (error) refuse(error, status);
	return data.map(({ id, name, invited_at }) => ({ name, mark: `${id} ${invited_at}` }));
}

/** What a reader of my circle sees of me: exactly their own page; 404 when they are no reader of mine. */
export const loadSeen = async (supabase: Supabase, readerId: string) =>
	(await callPage(supabase, 'seen_by', { reader_id: readerId }, seenShape)) ?? notThere();

/** What somebody whom I support lets me read. */
export const loadSupported = (supabase: Supabase, id: string) =>
	callPage(supabase, 'supported_page', { id }, supportedShape);

const withAddress = (event: RequestEvent, code: string) => ({
	code,
	address: event.getClientAddress()
});

/** Whom a code is about; 404 with one sentence when it does not work, for whatever reason. */
export async function requireCircleCode(event: RequestEvent, code: string) {
	const args = withAddress(event, code);
	const { supabase } = event.locals;
	return (await callPage(supabase, 'look_up_circle_code', args, circleCodeShape)) ?? deadCode();
}

/**
 * Agrees to what a code stands for, by the text of that version where there is one to read.
 * False when the code was used already, as by the same tap twice.
 */
export async function acceptCircleCode(
	event: RequestEvent,
	code: string,
	version: number | null = null
) {
	const args = { ...withAddress(event, code), consent_version: version };
	return (await call(event.locals.supabase, 'accept_circle_code', args)) !== null;
}
