import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dropCookie, ours, type Visit } from './cookies';
import { formerUser } from './former-user';
import { BORROWED_PHONE_COOKIE } from './supabase';
import { typedIn, valuesOf } from './typed';

const COOKIE = 'unsent';
const HOUR = 3600;
/** Browsers keep 4096 bytes, the name included. */
const MOST = 3800;

/** Where members' forms go. */
export const formPlaces = [
	'clients',
	'contact',
	'desk',
	'groups',
	'help',
	'me',
	'meetups',
	'neighbours',
	'organisation',
	'relations',
	'second-factor',
	'today'
] as const;

const ownAction = new RegExp(`^/(${formPlaces.join('|')})(/[\\w-]+)*(\\?/?\\w+)?$`);

const shape = z.object({
	sub: z.string(),
	action: z.string().regex(ownAction),
	values: z.record(z.string(), z.union([z.string(), z.array(z.string())]))
});

const read = ({ cookies }: Visit) => {
	try {
		return shape.parse(JSON.parse(Buffer.from(cookies.get(COOKIE)!, 'base64url').toString()));
	} catch {
		return null;
	}
};

/**
 * The cookie in which a form waits over signing in, for an hour and for whom the session was. What
 * nobody typed, what is too long and what has no known sender does not wait. Null for no form at all.
 */
export async function unsentCookie(event: RequestEvent) {
	const { cookies, locals, request, url } = event;
	if (request.method !== 'POST') return null;
	const values = locals.typed ?? (await formOf(request));
	const sub = await formerUser(request);
	const kept =
		sub && typedIn(values).length
			? Buffer.from(JSON.stringify({ sub, action: url.pathname + url.search, values })).toString(
					'base64url'
				)
			: '';
	const fits = kept.length > 0 && kept.length <= MOST;
	// On a borrowed telephone it goes with the browser at the latest.
	const borrowed = cookies.get(BORROWED_PHONE_COOKIE) !== undefined;
	const maxAge = fits ? (borrowed ? undefined : HOUR) : 0;
	return cookies.serialize(COOKIE, fits ? kept : '', { ...ours(url), maxAge });
}

/** The form that waits for who is signed in; what another person left on this telephone goes. */
export function readUnsent(event: Visit & { locals: App.Locals }) {
	const unsent = read(event);
	if (unsent && unsent.sub === event.locals.userId) return unsent;
	// Who cannot be recognised just now is not another person.
	if (!event.locals.unreachable) forgetUnsent(event);
	return null;
}

/** Lets the form go: it was sent, is not wanted any more, or its person signs out. */
export function forgetUnsent(visit: Visit) {
	if (visit.cookies.get(COOKIE) !== undefined) dropCookie(visit, COOKIE);
}

/** Lets it go when it is the very form that comes in now. */
export function forgetWhenSent(visit: Visit) {
	if (read(visit)?.action === visit.url.pathname + visit.url.search) forgetUnsent(visit);
}

async function formOf(request: Request) {
	try {
		return valuesOf(await request.formData());
	} catch {
		return {};
	}
}
