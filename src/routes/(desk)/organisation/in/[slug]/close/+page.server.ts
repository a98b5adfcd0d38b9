import { loadNeighbourhood } from '$lib/organisation/organisation.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { name, slug } = await loadNeighbourhood(event, event.params.slug);
	return {
		title: m.organisation_close(),
		back: `/organisation/in/${slug}`,
		says: [m.organisation_close_1(), m.organisation_close_2({ name: isolate(name) })]
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const { id } = await loadNeighbourhood(event, event.params.slug);
		await call(event.locals.supabase, 'close_neighbourhood', { neighbourhood_id: id });
		onward(event, '/organisation', m.organisation_closed());
	})
};
