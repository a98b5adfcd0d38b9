import { describeReport, loadReport } from '$lib/help/desk.server';
import { actOnReport, pauseWeeks } from '$lib/help/my-schema';
import { daysOn } from '$lib/goals/period';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

const pauses = {
	'1': m.help_desk_act_paused_1,
	'4': m.help_desk_act_paused_4,
	'12': m.help_desk_act_paused_12
};

export async function load({ locals, params }) {
	const { report, timeZone } = await loadReport(locals.supabase, params.report);
	const option = (value: string, label: string) => ({ value, label });
	return {
		title: m.help_desk_report_title(),
		report: describeReport(report, timeZone),
		options: [
			option('talked', m.help_desk_act_talked()),
			...(report.mayHide ? [option('hidden', m.help_desk_act_hidden())] : []),
			...(report.mayShow ? [option('shown', m.help_desk_act_shown())] : []),
			...pauseWeeks.map((weeks) => option(`paused-${weeks}`, pauses[weeks]())),
			...(report.mayResume ? [option('resumed', m.help_desk_act_resumed())] : []),
			option('nothing', m.help_desk_act_nothing())
		]
	};
}

export const actions = {
	default: formAction(actOnReport, async ({ act, weeks }, { locals, params }) => {
		const { today } = await loadReport(locals.supabase, params.report);
		await call(locals.supabase, 'act_on_report', {
			report_id: params.report,
			act,
			until: weeks === null ? null : daysOn(today, weeks * 7)
		});
		return { notice: m.help_desk_act_done() };
	})
};
