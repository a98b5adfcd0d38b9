import { describeNeighbourhood } from '$lib/contact/neighbourhood-words.server';
import { loadContactPage } from '$lib/contact/requests.server';
import { rememberContact } from '$lib/contact/visitor.server';
import { drawQr } from '$lib/paper/qr.server';
import { m } from '$lib/paraglide/messages';

export async function load(event) {
	const { locals, params, url } = event;
	const page = await loadContactPage(locals.supabase, params.slug);
	const { name, slug } = page;
	const { contact, doctor } = describeNeighbourhood(page);
	const address = `${url.origin}/contact/${slug}`;
	const first = contact[0];
	const words = first?.telephone
		? m.paper_share_words({ name, contact: first.firstName, telephone: first.telephone, address })
		: m.paper_share_words_plain({ name, address });
	return {
		title: m.paper_card_title(),
		name,
		visited: rememberContact(event, page),
		people: contact,
		doctor,
		code: drawQr(address),
		words,
		share: `https://wa.me/?text=${encodeURIComponent(words)}`
	};
}
