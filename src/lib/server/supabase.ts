import { createServerClient } from '@supabase/ssr';
import type { RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import type { Database } from './database.types';
import { parseEnvironment } from './environment';

/** Set when someone says that this is not their own telephone: the session ends with the browser. */
export const BORROWED_PHONE_COOKIE = 'borrowed_phone';

/** A client that acts as whoever sent this request; its tokens live in HttpOnly cookies only. */
export function createSupabase(event: RequestEvent) {
	const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = parseEnvironment(env);
	return createServerClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
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
