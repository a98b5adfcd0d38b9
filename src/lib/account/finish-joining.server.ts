import { redirect, type RequestEvent } from '@sveltejs/kit';
import { acceptCircleCode, loadCircle } from '$lib/circle/circle.server';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';
import { loadContext } from './context.server';
import { clearFlow, readFlow } from './flow-state.server';
import { joinNeighbourhood, lookUpInvite, refuseInvite } from './invite.server';

/** The last step of joining, for somebody who is signed in by now; goes on to the page that says so. */
export async function finishJoining(event: RequestEvent): Promise<never> {
	const { code, firstName, supports } = readFlow(event.cookies);
	if (!code) redirect(303, '/join');
	if (supports) return finishSupporting(event, code, supports);
	if (!firstName) redirect(303, '/join');
	const joined = await joinNeighbourhood(event, code, firstName);
	if (!joined) {
		// The same tap twice: the first one used the card.
		const { residents } = await loadContext(event.locals.supabase);
		if (!residents.length) refuseInvite();
		clearFlow(event);
		redirect(303, '/today');
	}
	await keepLanguage(event);
	clearFlow(event);
	redirect(303, joined.groupId ? `/joined?group=${joined.groupId}` : '/joined');
}

/** Becomes the supporter that a code asks for, and goes on to what there is to read. */
async function finishSupporting(event: RequestEvent, code: string, name: string): Promise<never> {
	const invite = await lookUpInvite(event, code);
	// Another code asks to agree to more than was shown on the way here.
	const accepted = invite && 'supports' in invite && (await acceptCircleCode(event, code));
	// The same tap twice: the first one used the code.
	const { supported } = await loadCircle(event.locals.supabase);
	const mine = supported.filter((person) => person.accepted);
	if (!mine.length) refuseInvite();
	if (accepted) await keepLanguage(event);
	clearFlow(event);
	const page = mine.length === 1 ? `/me/circle/for/${mine[0]!.id}` : '/me/circle';
	onward(event, page, accepted ? m.join_supports_done({ name: isolate(name) }) : undefined);
}

/** The language somebody joins in is the one they come back to. */
const keepLanguage = ({ locals }: RequestEvent) =>
	locals.supabase.from('profiles').update({ language: getLocale() }).not('id', 'is', null);
