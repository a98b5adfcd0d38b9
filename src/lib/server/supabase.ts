import { createServerClient } from '@supabase/ssr';
import { createClient } from '@supabase/supabase-js';
import type { RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import type { Database } from './database.types';
import { parseEnvironment } from './environment';

const ANSWER_WITHIN = 8000;

let environment: ReturnType<typeof parseEnvironment> | undefined;
const settings = () => (environment ??= parseEnvironment(env));

/** A backend that says nothing for eight seconds counts as unreachable. */
const global = {
	fetch: (input: RequestInfo | URL, init?: RequestInit) => {
		const late = AbortSignal.timeout(ANSWER_WITHIN);
		return fetch(input, {
			...init,
			signal: init?.signal ? AbortSignal.any([init.signal, late]) : late
		});
	}
};

/** Set when someone says that this is not their own telephone: the session ends with the browser. */
export const BORROWED_PHONE_COOKIE = 'borrowed_phone';

/** A client that acts as whoever sent this request; its tokens live in HttpOnly cookies only. */
export function createSupabase(event: RequestEvent) {
	const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = settings();
	return createServerClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
		global,
		cookieOptions: {
			httpOnly: true,
			secure: event.url.protocol === 'https:',
			sameSite: 'lax',
			path: '/'
		},
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
		global,
		auth: { persistSession: false, autoRefreshToken: false }
	});
}
