import type { RequestEvent } from '@sveltejs/kit';
import { clearRequestDraft } from '$lib/contact/draft.server';
import { forgetContact, rememberContact } from '$lib/contact/visitor.server';
import { clearDoorDraft } from '$lib/door/draft.server';
import { clearDraft } from '$lib/groups/draft.server';
import { clearPostDraft } from '$lib/help/draft.server';
import { clearProposal } from '$lib/help/proposal.server';
import { dropCookie } from '$lib/server/cookies';
import { refuse } from '$lib/server/database-error';
import { BORROWED_PHONE_COOKIE } from '$lib/server/supabase';
import { forgetUnsent } from '$lib/server/unsent';
import { loadContext } from './context.server';
import { clearFlow } from './flow-state.server';

/**
 * Ends the session on this telephone, also when the backend does not answer, and wipes what it kept.
 * Whom to call stays, as for any visitor, unless the telephone is somebody else's.
 */
export async function leaveTelephone(event: RequestEvent) {
	const { locals, cookies, setHeaders } = event;
	const own = cookies.get(BORROWED_PHONE_COOKIE) === undefined;
	const context = own ? await loadContext(locals.supabase).catch(() => null) : null;
	const home = context?.residents[0];
	if (!own) forgetContact(event);
	if (home) rememberContact(event, { slug: home.neighbourhood.slug, contact: home.contact });
	await locals.supabase.auth.signOut({ scope: 'local' });
	for (const { name } of cookies.getAll()) {
		if (name.startsWith('sb-')) dropCookie(event, name);
	}
	dropCookie(event, BORROWED_PHONE_COOKIE);
	clearFlow(event);
	clearDoorDraft(event);
	clearDraft(event);
	clearPostDraft(event);
	clearProposal(event);
	clearRequestDraft(event);
	forgetUnsent(event);
	setHeaders({ 'clear-site-data': '"cache", "storage"' });
}

/** Ends all other sessions; a telephone in use stays signed in until its token ends, within the hour. */
export async function signOutElsewhere(supabase: App.Locals['supabase']) {
	const { error } = await supabase.auth.signOut({ scope: 'others' });
	if (error) refuse({ code: error.code }, error.status ?? 0);
}
