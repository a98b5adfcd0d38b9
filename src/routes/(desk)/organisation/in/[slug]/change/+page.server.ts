import { zoneOptions } from '$lib/organisation/neighbourhood-fields.server';
import { changeNeighbourhood, loadNeighbourhood } from '$lib/organisation/organisation.server';
import { neighbourhood } from '$lib/organisation/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load(event) {
	const saved = await loadNeighbourhood(event, event.params.slug);
	const zones = zoneOptions();
	// Of a neighbourhood that SQL opened elsewhere.
	const known = zones.some(({ value }) => value === saved.timeZone);
	return {
		title: m.organisation_change(),
		saved,
		zones: known ? zones : [...zones, { value: saved.timeZone, label: saved.timeZone }]
	};
}

export const actions = {
	default: formAction(neighbourhood, async (input, event) => {
		const saved = await loadNeighbourhood(event, event.params.slug);
		await changeNeighbourhood(event.locals.supabase, saved, input);
		onward(event, `/organisation/in/${saved.slug}`, m.organisation_changed());
	})
};
