import { loadContext } from '$lib/account/context.server';
import { describeContact } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals }) {
	const { residents, facilitates } = await loadContext(locals.supabase);
	const mine = [
		...facilitates,
		...residents.map(({ neighbourhood, contact }) => ({ ...neighbourhood, contact }))
	];
	const neighbourhoods = new Map(
		mine.map(({ id, name, contact }) => [id, { id, name, contact: contact.map(describeContact) }])
	);
	return { title: m.contact_title(), neighbourhoods: [...neighbourhoods.values()] };
}
