import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';

const COOKIE = 'told_once';
const A_QUARTER = 900;

const shape = z.object({
	/** The account to which it was told. */
	to: z.string(),
	/** The page that tells it. */
	at: z.string(),
	code: z.string().regex(/^\d{8}$/),
	/** By what the page knows whether the code still holds. */
	mark: z.string().optional()
});

/**
 * Keeps a new code for the page that tells it, a quarter of an hour at most: telephones reload the
 * app while one writes a message to whom the code is for. Nothing else knows the code.
 */
export function tellOnce(event: RequestEvent, code: string, mark?: string) {
	const { cookies, locals, url } = event;
	const told: z.infer<typeof shape> = { to: locals.userId ?? '', at: url.pathname, code, mark };
	cookies.set(COOKIE, JSON.stringify(told), {
		path: url.pathname,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: A_QUARTER
	});
}

/** The code that this page tells whoever it was made for, in pairs; null when there is none. */
export function readTold({
	cookies,
	locals,
	url
}: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>) {
	try {
		const told = shape.parse(JSON.parse(cookies.get(COOKIE) ?? 'null'));
		if (told.to !== locals.userId || told.at !== url.pathname) return null;
		return { code: told.code.replace(/(..)(?=.)/g, '$1 '), mark: told.mark };
	} catch {
		return null;
	}
}

/** The code was passed on: it is not told again. */
export const forgetTold = ({ cookies, url }: RequestEvent) =>
	cookies.delete(COOKIE, { path: url.pathname });
