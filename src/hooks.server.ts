import { sequence } from '@sveltejs/kit/hooks';
import { redirect, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { env } from '$env/dynamic/private';
import { m } from '$lib/paraglide/messages';
import { getTextDirection } from '$lib/paraglide/runtime';
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

const identify: Handle = async ({ event, resolve }) => {
	event.locals.supabase = createSupabase(event);
	const { data } = await event.locals.supabase.auth.getClaims();
	event.locals.userId = data?.claims.sub ?? null;
	const personal = /^\/\((member|desk)\)/.test(event.route.id ?? '');
	if (personal && !event.locals.userId) {
		redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
	}
	return resolve(event, {
		filterSerializedResponseHeaders: (name) => name === 'content-type'
	});
};

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
					.replace('%dir%', getTextDirection(locale))
					.replace('%bp.html%', attributes.filter(Boolean).join(' '))
		});
		response.headers.set('cache-control', 'private, no-store');
		response.headers.set('referrer-policy', 'same-origin');
		response.headers.set('x-content-type-options', 'nosniff');
		return response;
	});

export const handle = sequence(dress, identify);

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status >= 500) console.error(event.route.id, error);
	if (status === 404) return { message: m.error_not_found(), hint: 'not_found' };
	if (status === 413) return { message: m.error_too_long() };
	return { message: m.error_ours() };
};
