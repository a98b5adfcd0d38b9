import { redirect } from '@sveltejs/kit';
import { loadMyHelp } from '$lib/help/matches.server';
import { answer } from '$lib/help/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { notThere } from '$lib/server/database-error';

export async function load({ locals, params }) {
	const { measures } = await loadMyHelp(locals.supabase);
	const measure = measures.find(
		({ reportId, act }) => reportId === params.report && act !== 'resumed'
	);
	if (!measure) notThere();
	if (measure.appealedAt) redirect(303, '/me/help');
	return {
		title: m.my_help_appeal_title(),
		intro: m.my_help_appeal_intro(),
		back: '/me/help'
	};
}

export const actions = {
	default: formAction(answer, async ({ words }, event) => {
		const { report } = event.params;
		await call(event.locals.supabase, 'appeal_report', { report_id: report, words });
		onward(event, '/me/help', m.my_help_appeal_done());
	})
};
