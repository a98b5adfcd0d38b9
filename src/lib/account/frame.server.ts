import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { loadContext } from './context.server';

/** What the frame of every page for people who are signed in shows, and pages inside it reuse. */
export async function loadFrame({ locals }: { locals: App.Locals }) {
	if (locals.unreachable) error(503, m.error_unreachable());
	const { residents, groupIds, facilitates } = await loadContext(locals.supabase);
	return {
		me: residents[0] ?? null,
		groupIds,
		facilitates: facilitates.length > 0,
		neighbourhoods: residents.map(({ neighbourhood, contact }) => ({ ...neighbourhood, contact })),
		facilitated: facilitates
	};
}
