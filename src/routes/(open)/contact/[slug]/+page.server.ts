import { describeNeighbourhood } from '$lib/contact/neighbourhood-words.server';
import { loadContactPage } from '$lib/contact/requests.server';
import { rememberContact } from '$lib/contact/visitor.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const page = await loadContactPage(event.locals.supabase, event.params.slug);
	return {
		title: m.contact_public_title({ neighbourhood: isolate(page.name) }),
		card: `/contact/${page.slug}/card`,
		visited: rememberContact(event, page),
		...describeNeighbourhood(page)
	};
}
