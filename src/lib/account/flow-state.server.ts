import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';

const COOKIE = 'sign_in_flow';
const HOUR = 3600;

const shape = z.object({
	/** The invite code; absent for somebody who signs in to what they have. */
	code: z.string().optional(),
	firstName: z.string().optional(),
	email: z.string().optional(),
	/** Epoch milliseconds of the last code asked for. */
	sentAt: z.number().optional(),
	/** A path of our own to go to afterwards. */
	next: z.string().optional()
});

export type FlowState = z.infer<typeof shape>;

/** How far somebody is on the way in. A cookie, because telephones reload the app while one reads mail. */
export function readFlow(cookies: Cookies): FlowState {
	try {
		return shape.parse(JSON.parse(cookies.get(COOKIE) ?? '{}'));
	} catch {
		return {};
	}
}

/** Remembers more of the way in, for an hour. */
export function writeFlow(cookies: Cookies, more: FlowState, secure: boolean) {
	const state = { ...readFlow(cookies), ...more };
	cookies.set(COOKIE, JSON.stringify(state), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: HOUR
	});
}

export const clearFlow = (cookies: Cookies) => cookies.delete(COOKIE, { path: '/' });
