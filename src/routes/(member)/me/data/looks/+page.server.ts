import { m } from '$lib/paraglide/messages';
import { looksByDay } from '$lib/rights/looks.server';
import { loadLooks } from '$lib/rights/my-data.server';

/** As many as the database tells at once. */
const MOST = 500;

export async function load({ locals }) {
	const looks = await loadLooks(locals.supabase);
	return {
		title: m.data_looks_title(),
		days: looksByDay(looks),
		latestOnly: looks.length === MOST
	};
}
