import { drawQr } from '$lib/paper/qr.server';
import { loadSheets } from '$lib/paper/sheets.server';
import { m } from '$lib/paraglide/messages';
import { notThere } from '$lib/server/database-error';

export async function load({ locals, params: { id }, url }) {
	const { name, slug, contact, groups } = await loadSheets(locals.supabase, { groupId: id });
	return {
		title: m.sheets_week(),
		back: `/groups/${id}`,
		name,
		contact,
		group: groups[0] ?? notThere(),
		qr: drawQr(`${url.origin}/contact/${slug}`)
	};
}
