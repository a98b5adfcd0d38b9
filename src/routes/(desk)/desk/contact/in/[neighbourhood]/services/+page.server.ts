import { serviceKindWords } from '$lib/contact/kind-words';
import { loadDesk } from '$lib/contact/desk.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, params }) {
	const { services, slug } = await loadDesk(locals.supabase, params.neighbourhood);
	return {
		title: m.contact_desk_services(),
		path: `/desk/contact/in/${slug}/services`,
		services: services.map(({ id, kind, name, ask }) => ({
			id,
			name,
			ask,
			kind: capital(serviceKindWords[kind]())
		}))
	};
}
