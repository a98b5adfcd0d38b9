import { loadNeighbour } from '$lib/conversations/neighbour.server';
import { reasons, report } from '$lib/conversations/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

const words = {
	unsafe: m.report_unsafe,
	unkind: m.report_unkind,
	money: m.report_money,
	not_help: m.report_not_help,
	other: m.report_other
};

export async function load({ locals, params, url }) {
	const { neighbour, quote, back } = await loadNeighbour(
		locals.supabase,
		params.residentId,
		url.searchParams
	);
	return {
		title: m.report_title(),
		name: isolate(neighbour.firstName),
		quote,
		back,
		options: reasons.map((value) => ({ value, label: words[value]() })),
		reportId: crypto.randomUUID()
	};
}

export const actions = {
	default: formAction(report, async ({ id, reason, words }, event) => {
		const { locals, params, url } = event;
		const { subject, subjectId, back } = await loadNeighbour(
			locals.supabase,
			params.residentId,
			url.searchParams
		);
		await call(locals.supabase, 'report', { id, subject, subject_id: subjectId, reason, words });
		onward(event, back, m.report_done());
	})
};
