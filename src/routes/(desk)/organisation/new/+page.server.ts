import { zoneOptions } from '$lib/organisation/neighbourhood-fields.server';
import { loadOrganisation, openNeighbourhood } from '$lib/organisation/organisation.server';
import { newNeighbourhood } from '$lib/organisation/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load(event) {
	await loadOrganisation(event);
	return { title: m.organisation_open(), id: crypto.randomUUID(), zones: zoneOptions() };
}

export const actions = {
	default: formAction(newNeighbourhood, async ({ id, ...input }, event) => {
		const slug = await openNeighbourhood(event.locals.supabase, id, input);
		onward(event, `/organisation/in/${slug}`, m.organisation_opened());
	})
};
