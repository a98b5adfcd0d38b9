import { describeNeighbourhood } from '$lib/contact/neighbourhood-words.server';
import { loadContactPage } from '$lib/contact/requests.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';

/** Contact as a telephone keeps it for when there is no internet: nothing in it is of today. */
export async function load({ locals, params }) {
	const page = await loadContactPage(locals.supabase, params.slug);
	const { contact, doctor, services } = describeNeighbourhood(page);
	return {
		kept: true,
		title: m.contact_public_title({ neighbourhood: isolate(page.name) }),
		contact: contact.map((person) => ({ ...person, now: null })),
		doctor,
		services
	};
}
