import { redirect } from '@sveltejs/kit';
import { dateWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { loadMyData } from '$lib/rights/my-data.server';
import { call } from '$lib/server/call';
import { leaveFlash } from '$lib/server/flash';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, parent }) {
	const [{ eraseOn, inSevenDays, work }, { care }] = await Promise.all([
		loadMyData(locals.supabase),
		parent()
	]);
	const day = dateWords(eraseOn ?? inSevenDays);
	return {
		title: eraseOn ? m.data_stopping_title({ day }) : m.data_stop(),
		day,
		stopping: eraseOn !== null,
		works: work.length > 0 || care.worker || care.administrator
	};
}

export const actions = {
	stop: formAction(nothing, async (_, { locals }) => {
		await call(locals.supabase, 'ask_erasure', {});
	}),
	stay: formAction(nothing, async (_, event) => {
		await call(event.locals.supabase, 'cancel_erasure', {});
		leaveFlash(event, { notice: m.data_stopping_cancelled() });
		redirect(303, '/me/data');
	})
};
