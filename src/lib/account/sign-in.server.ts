import { setTimeout as pause } from 'node:timers/promises';
import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { atSteadyPace } from '$lib/server/steady-pace';
import { BORROWED_PHONE_COOKIE, createVisitorSupabase } from '$lib/server/supabase';
import { writeAppearance } from './appearance';
import { loadContext } from './context.server';
import { readFlow, writeFlow } from './flow-state.server';

const ANSWER_TIME = 900;
const CHECK_TIME = 300;
const RESEND_AFTER = 30_000;

/**
 * Sends a six-digit code. Three an hour per e-mail and per address (429). Whether the e-mail is
 * known shows neither in the answer nor in its time; only somebody with an invite gets an account.
 */
export async function sendCode(event: RequestEvent, email: string, mayCreateAccount: boolean) {
	const { supabase } = event.locals;
	await call(supabase, 'allow_sign_in_code', { email, address: event.getClientAddress() });
	await atSteadyPace(ANSWER_TIME, async () => {
		// Not the client of this request: its cookies would differ by whether the e-mail is known.
		const { error: failure } = await createVisitorSupabase().auth.signInWithOtp({
			email,
			options: { shouldCreateUser: mayCreateAccount }
		});
		if (failure && mayCreateAccount) throw failure;
	});
	writeFlow(event.cookies, { email, sentAt: Date.now() }, event.url.protocol === 'https:');
}

/** Sends the code once more, half a minute after the last one at the earliest. */
export async function sendCodeAgain(event: RequestEvent, mayCreateAccount: boolean) {
	const { email, sentAt = 0 } = readFlow(event.cookies);
	if (!email) error(400, m.error_email());
	if (Date.now() - sentAt < RESEND_AFTER) error(429, m.error_wait_for_new_code());
	await sendCode(event, email, mayCreateAccount);
}

/** Signs in with the six digits; five tries a code. On a borrowed telephone until the browser closes. */
export async function confirmCode(event: RequestEvent, digits: string, ownPhone: boolean) {
	const { supabase } = event.locals;
	const { email } = readFlow(event.cookies);
	if (!email) error(400, m.error_email());
	await call(supabase, 'allow_code_try', { email });
	if (ownPhone) event.cookies.delete(BORROWED_PHONE_COOKIE, { path: '/' });
	else event.cookies.set(BORROWED_PHONE_COOKIE, '1', { path: '/', sameSite: 'lax' });
	// A wrong code for a known and for an unknown e-mail take the same time.
	const [{ error: failure }] = await Promise.all([
		supabase.auth.verifyOtp({ email, token: digits, type: 'email' }),
		pause(CHECK_TIME)
	]);
	if (failure)
		error(failure.status && failure.status < 500 ? 400 : 503, sentenceFor(failure.status));
	const { settings } = await loadContext(supabase);
	if (settings) writeAppearance(event.cookies, settings);
}

const sentenceFor = (status = 503) =>
	status < 500 ? m.error_email_code_wrong() : m.error_unreachable();

/** A path inside this app, or null for anything that could lead elsewhere. */
export function ownPath(path: string | null | undefined) {
	return path && /^\/(?![/\\])[\w\-/]*$/.test(path) ? path : null;
}
