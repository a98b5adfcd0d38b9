import { invite, loadOrganisation } from '$lib/organisation/organisation.server';
import { invitation } from '$lib/organisation/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load(event) {
	await loadOrganisation(event);
	return { title: m.organisation_ask_organiser(), id: crypto.randomUUID() };
}

export const actions = {
	default: formAction(invitation, async (input, event) => {
		await invite(event.locals.supabase, 'organiser', null, input);
		onward(event, '/organisation', m.organisation_asked());
	})
};
