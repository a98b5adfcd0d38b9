import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { dropCookie, keepCookie, type Visit } from '$lib/server/cookies';

const COOKIE = 'sign_in_flow';
const HOUR = 3600;

const shape = z.object({
	/** The invite code; absent for somebody who signs in to what they have. */
	code: z.string().optional(),
	firstName: z.string().optional(),
	/** By what name who gave the code is known, when it asks for support; no first name is asked then. */
	supports: z.string().optional(),
	/** Whether the code makes them somebody neighbours know already; no first name is asked then. */
	claims: z.boolean().optional(),
	email: z.string().optional(),
	/** Epoch milliseconds of the last code asked for. */
	sentAt: z.number().optional(),
	/** A path of our own to go to afterwards. */
	next: z.string().optional()
});

export type FlowState = z.infer<typeof shape>;

/** How many questions the way in has and what comes before the e-mail address; null when it did not begin. */
export function wayIn({ code, firstName, supports, claims }: FlowState) {
	if (!code) return null;
	if (supports || claims) return { total: 3, before: `/join/${code}` };
	return firstName ? { total: 4, before: '/join/name' } : null;
}

/** How far somebody is on the way in. A cookie, because telephones reload the app while one reads mail. */
export function readFlow(cookies: Cookies): FlowState {
	try {
		return shape.parse(JSON.parse(cookies.get(COOKIE) ?? '{}'));
	} catch {
		return {};
	}
}

/** Remembers more of the way in, for an hour. */
export function writeFlow(visit: Visit, more: FlowState) {
	const state = { ...readFlow(visit.cookies), ...more };
	keepCookie(visit, COOKIE, JSON.stringify(state), { maxAge: HOUR });
}

/** Forgets the way in, once it is done or this person signs out. */
export const clearFlow = (visit: Visit) => dropCookie(visit, COOKIE);
