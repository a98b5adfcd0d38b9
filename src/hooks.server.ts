import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building, dev } from '$app/environment';
import { env } from '$env/dynamic/private';
import { m } from '$lib/paraglide/messages';
import { getTextDirection, locales, type Locale } from '$lib/paraglide/runtime';
import { paraglideMiddleware } from '$lib/paraglide/server';
import { readAppearance } from '$lib/account/appearance';
import { runDueJobsHourly } from '$lib/server/due-jobs';
import { parseEnvironment } from '$lib/server/environment';
import { keepOpenPages } from '$lib/server/open-pages';
import { endSession, leadToSignIn, recognise } from '$lib/server/session';

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
	await recognise(event);
	const { userId, unreachable } = event.locals;
	const personal = /^\/\((member|desk)\)/.test(event.route.id ?? '');
	if (personal && !userId && !unreachable) return leadToSignIn(event);
	const response = await resolve(event);
	return personal && response.status === 401 ? endSession(event) : response;
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
		if (!response.headers.has('cache-control')) {
			response.headers.set('cache-control', 'private, no-store');
		}
		response.headers.set('referrer-policy', 'same-origin');
		response.headers.set('x-content-type-options', 'nosniff');
		return response;
	});

export const handle = sequence(...(dev ? [] : [keepOpenPages()]), dress, identify);

export const handleError: HandleServerError = ({ error: thrown, event, status }) => {
	if (status >= 500) console.error(event.route.id, thrown);
	if (status === 404) return { message: m.error_not_found(), hint: 'not_found' };
	if (status === 413) return { message: m.error_too_long() };
	return { message: m.error_ours() };
};
