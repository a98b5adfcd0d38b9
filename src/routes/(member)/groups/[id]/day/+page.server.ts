import { loadSheets } from '$lib/paper/sheets.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, params: { id } }) {
	const sheets = await loadSheets(locals.supabase, { groupId: id });
	return { title: m.sheets_day(), back: `/groups/${id}`, sheets };
}
