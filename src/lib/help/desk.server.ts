import { dateWords, dayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import { loadHelpDesk } from './matches.server';
import type { Report } from './my-shapes.server';
import { notThere } from '$lib/server/database-error';

type Act = Report['acts'][number]['act'];

const subjects: Record<Report['subject'], (blanks: { name: string }) => string> = {
	post: m.help_desk_report_post,
	answer: m.help_desk_report_answer,
	message: m.help_desk_report_message,
	person: m.help_desk_report_person
};

const reasons: Record<Report['reason'], () => string> = {
	unsafe: m.help_desk_reason_unsafe,
	unkind: m.help_desk_reason_unkind,
	money: m.help_desk_reason_money,
	not_help: m.help_desk_reason_not_help,
	other: m.help_desk_reason_other
};

const log: Record<Exclude<Act, 'paused'>, (blanks: { name: string; date: string }) => string> = {
	hidden: m.help_desk_log_hidden,
	shown: m.help_desk_log_shown,
	talked: m.help_desk_log_talked,
	resumed: m.help_desk_log_resumed,
	nothing: m.help_desk_log_nothing
};

/** One report, with the day it is where it was made; 404 for who is no contact person there. */
export async function loadReport(supabase: App.Locals['supabase'], id: string) {
	for (const { reports, timeZone, today } of await loadHelpDesk(supabase)) {
		const report = reports.find((one) => one.id === id);
		if (report) return { report, timeZone, today };
	}
	notThere();
}

/** A report in words, with what was done about it. */
export function describeReport(report: Report, timeZone: string) {
	const { id, reporter, about, acts, appealedAt } = report;
	const reporterName = isolate(reporter.firstName);
	const name = isolate(about.firstName);
	const date = dayWords(report.reportedAt, timeZone);
	return {
		id,
		about: subjects[report.subject]({ name }),
		by: m.help_desk_report_by({ name: reporterName, date }),
		reason: reasons[report.reason](),
		copied: report.copied,
		words: report.words,
		reporterName,
		appeal:
			appealedAt && m.help_desk_report_appealed({ name, date: dayWords(appealedAt, timeZone) }),
		appealWords: report.appealWords,
		settled: acts.length > 0,
		acts: acts.map((act) => actWords(act, timeZone))
	};
}

function actWords({ act, until, actedAt, firstName }: Report['acts'][number], timeZone: string) {
	const blanks = {
		name: isolate(firstName ?? m.help_desk_someone()),
		date: dayWords(actedAt, timeZone)
	};
	return act === 'paused'
		? m.help_desk_log_paused({ ...blanks, until: dateWords(until ?? '') })
		: log[act](blanks);
}
