import { setTimeout as pause } from 'node:timers/promises';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { forgetContact } from '$lib/contact/visitor.server';
import { call } from '$lib/server/call';
import { dropCookie, keepCookie } from '$lib/server/cookies';
import { atSteadyPace } from '$lib/server/steady-pace';
import { BORROWED_PHONE_COOKIE, createVisitorSupabase } from '$lib/server/supabase';
import { readUnsent } from '$lib/server/unsent';
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
	const send = await call(supabase, 'allow_sign_in_code', {
		email,
		address: event.getClientAddress(),
		may_create: mayCreateAccount
	});
	await atSteadyPace(ANSWER_TIME, async () => {
		// A second tap on the button: the code is under way.
		if (!send) return;
		// Not the client of this request: its cookies would differ by whether the e-mail is known.
		const { error: failure } = await createVisitorSupabase().auth.signInWithOtp({
			email,
			options: { shouldCreateUser: mayCreateAccount }
		});
		if (failure && mayCreateAccount) throw failure;
	});
	writeFlow(event, { email, sentAt: Date.now() });
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
	if (ownPhone) dropCookie(event, BORROWED_PHONE_COOKIE);
	else {
		keepCookie(event, BORROWED_PHONE_COOKIE, '1');
		forgetContact(event);
	}
	// A wrong code for a known and for an unknown e-mail take the same time.
	const [{ data, error: failure }] = await Promise.all([
		supabase.auth.verifyOtp({ email, token: digits, type: 'email' }),
		pause(CHECK_TIME)
	]);
	if (failure)
		error(failure.status && failure.status < 500 ? 400 : 503, sentenceFor(failure.status));
	event.locals.userId = data.user?.id ?? null;
	// Nothing of the last person on this telephone stays for the next.
	readUnsent(event);
	const { settings } = await loadContext(supabase);
	if (settings) writeAppearance(event, settings);
}

const sentenceFor = (status = 503) =>
	status < 500 ? m.error_email_code_wrong() : m.error_unreachable();

/** A path inside this app, or null for anything that could lead elsewhere. */
export function ownPath(path: string | null | undefined) {
	return path && /^\/(?![/\\])[\w\-/]*$/.test(path) ? path : null;
}

/** After signing in: to what this person could not send before, or to where they were going. */
export function goOn(event: RequestEvent, next: string | null | undefined): never {
	redirect(303, readUnsent(event) ? '/unsent' : (ownPath(next) ?? '/today'));
}
