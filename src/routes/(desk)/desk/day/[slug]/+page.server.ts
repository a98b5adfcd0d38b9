import { loadSheets } from '$lib/paper/sheets.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, params: { slug } }) {
	const sheets = await loadSheets(locals.supabase, { slug });
	return { title: m.sheets_day(), back: '/desk', sheets };
}
