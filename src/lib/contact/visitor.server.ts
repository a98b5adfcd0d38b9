import type { RequestEvent } from '@sveltejs/kit';
import { personAtTop, type AtTop } from '$lib/neighbourhood/at-top';
import type { ContactFace } from '$lib/neighbourhood/contact';
import { dropCookie, keepCookie, type Visit } from '$lib/server/cookies';
import { BORROWED_PHONE_COOKIE } from '$lib/server/supabase';
import { loadContactPage } from './requests.server';

const COOKIE = 'contact';
const MONTH = 2_592_000;

/** Pages that bring the contact person themselves. */
const ownContact = [
	'/(open)/contact/[slug]',
	'/(open)/contact/[slug]/card',
	'/(open)/join/[code=invite]'
];

/** Remembers, on one's own telephone, whose neighbourhood this is; gives who stands at the top of the page. */
export function rememberContact(
	visit: Visit,
	{ slug, contact }: { slug: string; contact: ContactFace[] }
) {
	const borrowed = visit.cookies.get(BORROWED_PHONE_COOKIE) !== undefined;
	if (!borrowed && visit.cookies.get(COOKIE) !== slug)
		keepCookie(visit, COOKIE, slug, { maxAge: MONTH });
	return personAtTop(contact, `/contact/${slug}`);
}

/** Forgets it: the telephone is somebody else's, who did not say where they live. */
export const forgetContact = (visit: Visit) => dropCookie(visit, COOKIE);

/**
 * Who stands at the top of the pages of a visitor who came by a poster. Who has no such cookie costs
 * nothing; and no page waits for it in vain.
 */
export async function visitedContact(
	event: Pick<RequestEvent, 'cookies' | 'locals' | 'route'>
): Promise<AtTop | null> {
	const { cookies, locals, route } = event;
	const slug = cookies.get(COOKIE);
	const elsewhere = route.id && (!route.id.startsWith('/(open)') || ownContact.includes(route.id));
	if (!slug || elsewhere || locals.unreachable) return null;
	const page = await loadContactPage(locals.supabase, slug).catch(() => null);
	return page && personAtTop(page.contact, `/contact/${page.slug}`);
}
