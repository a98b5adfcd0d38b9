import { describeContact } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';

export async function load({ parent }) {
	const { facilitated, neighbourhoods } = await parent();
	const mine = new Map(
		[...facilitated, ...neighbourhoods].map(({ id, name, contact }) => [
			id,
			{ id, name, contact: contact.map(describeContact) }
		])
	);
	return { title: m.contact_title(), neighbourhoods: [...mine.values()] };
}
