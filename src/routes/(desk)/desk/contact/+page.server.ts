import { describeCard } from '$lib/contact/desk-words.server';
import { loadDesks } from '$lib/contact/desk.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, parent }) {
	const [desks, { facilitates }] = await Promise.all([loadDesks(locals.supabase), parent()]);
	return {
		title: m.contact_desk_title(),
		back: facilitates ? '/desk' : '/today',
		several: desks.length > 1,
		desks: desks.map((desk) => ({
			id: desk.id,
			name: desk.name,
			slug: desk.slug,
			requests: desk.requests.map((request) => describeCard(request, desk))
		}))
	};
}
