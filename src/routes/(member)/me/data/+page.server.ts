import { dateWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { audiences } from '$lib/rights/audiences.server';
import { loadMyData } from '$lib/rights/my-data.server';

export async function load({ locals, parent }) {
	const [data, { care, organises }] = await Promise.all([loadMyData(locals.supabase), parent()]);
	return {
		title: m.data_title(),
		sees: audiences(data, { ...care, organises }),
		erasedOn: data.eraseOn && dateWords(data.eraseOn)
	};
}
