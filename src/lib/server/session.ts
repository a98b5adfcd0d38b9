import { isAuthRetryableFetchError } from '@supabase/supabase-js';
import type { RequestEvent } from '@sveltejs/kit';
import { ours } from './cookies';
import { createSupabase, createVisitorSupabase } from './supabase';
import { unsentCookie } from './unsent';

/** So long a request that fails may be tried once more, before the backend counts as unreachable. */
const PATIENCE = 500;

const isOfSession = ({ name }: { name: string }) => name.startsWith('sb-');

/**
 * Gives this request its client, made when it is needed, and finds out who sent it. Who cannot be
 * recognised just now is not signed out: the request goes on as that of a visitor.
 */
export async function recognise(event: RequestEvent) {
	const { cookies, locals } = event;
	let supabase: App.Locals['supabase'] | undefined;
	let noAnswer: () => unknown = () => {};
	Object.defineProperty(locals, 'supabase', {
		get: () => (supabase ??= createSupabase(event, () => noAnswer()))
	});
	locals.userId = null;
	if (!cookies.getAll().some(isOfSession)) return;
	// The library would go on trying to renew a session for half a minute.
	const until = Date.now() + PATIENCE;
	const silence = new Promise<null>((resolve) => {
		noAnswer = () => Date.now() > until && resolve(null);
	});
	const answer = await Promise.race([locals.supabase.auth.getClaims(), silence]);
	if (answer === null || isAuthRetryableFetchError(answer.error)) {
		locals.unreachable = true;
		supabase = createVisitorSupabase();
	} else {
		locals.userId = answer.data?.claims.sub ?? null;
	}
}

/** Leads to signing in and back here; what was typed waits for whoever the session was of. */
export async function leadToSignIn(event: RequestEvent) {
	const next = encodeURIComponent(event.url.pathname);
	const headers = new Headers({ location: `/sign-in?next=${next}` });
	const unsent = await unsentCookie(event);
	if (unsent) headers.append('set-cookie', unsent);
	return new Response(null, { status: 303, headers });
}

/** The same for a session that looks good here and that the database no longer takes. */
export async function endSession(event: RequestEvent) {
	const response = await leadToSignIn(event);
	for (const { name } of event.cookies.getAll().filter(isOfSession)) {
		const gone = event.cookies.serialize(name, '', { ...ours(event.url), maxAge: 0 });
		response.headers.append('set-cookie', gone);
	}
	return response;
}
