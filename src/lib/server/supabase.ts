import { createServerClient } from '@supabase/ssr';
import { createClient } from '@supabase/supabase-js';
import type { RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { ours } from './cookies';
import type { Database } from './database.types';
import { parseEnvironment } from './environment';

const ANSWER_WITHIN = 8000;

let environment: ReturnType<typeof parseEnvironment> | undefined;
const settings = () => (environment ??= parseEnvironment(env));

/** A backend that says nothing for eight seconds counts as unreachable. */
function ask(input: RequestInfo | URL, init?: RequestInit) {
	const late = AbortSignal.timeout(ANSWER_WITHIN);
	return fetch(input, {
		...init,
		signal: init?.signal ? AbortSignal.any([init.signal, late]) : late
	});
}

/** Set when someone says that this is not their own telephone: the session ends with the browser. */
export const BORROWED_PHONE_COOKIE = 'borrowed_phone';

/**
 * A client that acts as whoever sent this request; its tokens live in HttpOnly cookies only. It says
 * when it gets no answer, and asks no more once this request counts the backend as unreachable.
 */
export function createSupabase(event: RequestEvent, noAnswer: () => void) {
	const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = settings();
	const fetchOrSay: typeof fetch = async (input, init) => {
		if (event.locals.unreachable) throw new Error('unreachable');
		const response = await ask(input, init).catch((failure: unknown) => {
			noAnswer();
			throw failure;
		});
		if (response.status >= 502) noAnswer();
		return response;
	};
	return createServerClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
		global: { fetch: fetchOrSay },
		cookieOptions: ours(event.url),
		cookies: {
			getAll: () => event.cookies.getAll(),
			setAll: (cookies) => {
				const borrowed = event.cookies.get(BORROWED_PHONE_COOKIE) !== undefined;
				for (const { name, value, options } of cookies) {
					const { maxAge, expires, ...rest } = options;
					const keep = borrowed && maxAge !== 0 ? {} : { maxAge, expires };
					event.cookies.set(name, value, { ...rest, ...keep, path: '/' });
				}
			}
		}
	});
}

/** A client of nobody in particular, which reads and leaves no cookie. */
export function createVisitorSupabase() {
	const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = settings();
	return createClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
		global: { fetch: ask },
		auth: { persistSession: false, autoRefreshToken: false }
	});
}
