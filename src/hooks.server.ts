import { sequence } from '@sveltejs/kit/hooks';
import { isAuthRetryableFetchError } from '@supabase/supabase-js';
import {
	error,
	type Cookies,
	type Handle,
	type HandleServerError,
	type ServerInit
} from '@sveltejs/kit';
import { building } from '$app/environment';
import { env } from '$env/dynamic/private';
import { m } from '$lib/paraglide/messages';
import { getTextDirection, locales, type Locale } from '$lib/paraglide/runtime';
import { paraglideMiddleware } from '$lib/paraglide/server';
import { readAppearance } from '$lib/account/appearance';
import { runDueJobsHourly } from '$lib/server/due-jobs';
import { parseEnvironment } from '$lib/server/environment';
import { createSupabase } from '$lib/server/supabase';

export const init: ServerInit = () => {
	if (building) return;
	try {
		parseEnvironment(env);
	} catch (failure) {
		console.error((failure as Error).message);
		process.exit(1);
	}
	runDueJobsHourly();
};

const hasSession = (cookies: Cookies) =>
	cookies.getAll().some(({ name }) => name.startsWith('sb-'));

async function whoIsThis(supabase: App.Locals['supabase']) {
	const { data, error: failure } = await supabase.auth.getClaims();
	// Who cannot be recognised just now is not signed out.
	if (isAuthRetryableFetchError(failure)) error(503, m.error_unreachable());
	return data?.claims.sub ?? null;
}

const identify: Handle = async ({ event, resolve }) => {
	let supabase: App.Locals['supabase'] | undefined;
	Object.defineProperty(event.locals, 'supabase', {
		get: () => (supabase ??= createSupabase(event))
	});
	event.locals.userId = hasSession(event.cookies) ? await whoIsThis(event.locals.supabase) : null;
	const personal = /^\/\((member|desk)\)/.test(event.route.id ?? '');
	if (personal && !event.locals.userId) {
		const location = `/sign-in?next=${encodeURIComponent(event.url.pathname)}`;
		return new Response(null, { status: 303, headers: { location } });
	}
	return resolve(event);
};

const directions = Object.fromEntries(
	locales.map((locale) => [locale, getTextDirection(locale)])
) as Record<Locale, 'ltr' | 'rtl'>;

const dress: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, async ({ request, locale }) => {
		event.request = request;
		const { theme, textSize } = readAppearance(event.cookies);
		const attributes = [
			theme !== 'system' && `data-theme="${theme}"`,
			textSize !== 'normal' && `data-text-size="${textSize}"`
		];
		const response = await resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%dir%', directions[locale])
					.replace('%bp.html%', attributes.filter(Boolean).join(' '))
		});
		response.headers.set('cache-control', 'private, no-store');
		response.headers.set('referrer-policy', 'same-origin');
		response.headers.set('x-content-type-options', 'nosniff');
		return response;
	});

export const handle = sequence(dress, identify);

export const handleError: HandleServerError = ({ error: thrown, event, status }) => {
	if (status >= 500) console.error(event.route.id, thrown);
	if (status === 404) return { message: m.error_not_found(), hint: 'not_found' };
	if (status === 413) return { message: m.error_too_long() };
	return { message: m.error_ours() };
};
