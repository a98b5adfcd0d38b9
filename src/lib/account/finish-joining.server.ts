import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { loadContext } from './context.server';
import { clearFlow, readFlow } from './flow-state.server';
import { joinNeighbourhood } from './invite.server';

/** The last step of joining, for somebody who is signed in by now; goes on to the page that says so. */
export async function finishJoining(event: RequestEvent): Promise<never> {
	const { code, firstName } = readFlow(event.cookies);
	if (!code || !firstName) redirect(303, '/join');
	const joined = await joinNeighbourhood(event, code, firstName);
	if (!joined) {
		// The same tap twice: the first one used the card.
		const { residents } = await loadContext(event.locals.supabase);
		if (residents.length) {
			clearFlow(event);
			redirect(303, '/today');
		}
		error(404, { message: m.error_invite_wrong(), hint: 'invite_wrong' });
	}
	// The language somebody joins in is the one they come back to.
	await event.locals.supabase
		.from('profiles')
		.update({ language: getLocale() })
		.not('id', 'is', null);
	clearFlow(event);
	redirect(303, joined.groupId ? `/joined?group=${joined.groupId}` : '/joined');
}
