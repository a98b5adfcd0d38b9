import { loadContext } from '$lib/account/context.server';
import { dateWords, dayWords } from '$lib/dates/words.server';
import {
	answerPost,
	answerProposedPost,
	keepPost,
	withdrawAnswer,
	withdrawPost
} from '$lib/help/actions.server';
import { categoryWords } from '$lib/help/category-words';
import { describeMatch, loadMyHelp } from '$lib/help/matches.server';
import type { MyHelp } from '$lib/help/my-shapes.server';
import { describePost, helpMomentWords } from '$lib/help/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals }) {
	const help = await loadMyHelp(locals.supabase);
	const posts = help.posts.map((post) => describePost(post));
	return {
		title: m.my_help_title(),
		empty: !Object.values(help).some((part) => (Array.isArray(part) ? part.length : part)),
		proposed: posts.filter(({ state }) => state === 'proposed'),
		posts: posts.filter(({ state }) => state !== 'proposed'),
		matches: help.matches.map(describeMatch),
		answers: help.answers.map((answer) => ({
			...answer,
			what: capital(categoryWords[answer.category]()),
			when: answer.changed && capital(helpMomentWords(answer.changed))
		})),
		measures: help.measures.map(describeMeasure),
		reports: help.reports.map(describeReport),
		asked: help.asked
	};
}

type Measure = MyHelp['measures'][number];

const words: Record<Measure['act'], (measure: Measure) => string> = {
	paused: ({ until }) => m.my_help_measure_paused({ date: dateWords(until ?? '') }),
	resumed: m.my_help_measure_resumed,
	hidden: ({ postWords }) =>
		postWords
			? m.my_help_measure_hidden({ words: isolate(postWords) })
			: m.my_help_measure_hidden_gone()
};

function describeMeasure(measure: Measure, nth: number, all: Measure[]) {
	const { reportId, act, actedAt, timeZone, appealedAt } = measure;
	// One does not agree with a report: what is asked of that stands once, under the last of it.
	const asks = (one: Measure) => one.reportId === reportId && one.act !== 'resumed';
	return {
		reportId,
		act,
		what: words[act](measure),
		when: m.my_help_measure_when({ date: dayWords(actedAt, timeZone) }),
		asks: asks(measure) && !all.slice(nth + 1).some(asks),
		appealed: appealedAt !== null
	};
}

const subjects = {
	post: m.my_help_report_post,
	answer: m.my_help_report_answer,
	message: m.my_help_report_message,
	person: m.my_help_report_person
};

const outcomes = {
	hidden: m.my_help_report_hidden,
	shown: m.my_help_report_shown,
	talked: m.my_help_report_talked,
	paused: m.my_help_report_paused,
	resumed: m.my_help_report_resumed,
	nothing: m.my_help_report_nothing
};

const describeReport = (report: MyHelp['reports'][number]) => ({
	id: report.id,
	about: subjects[report.subject]({ name: isolate(report.firstName) }),
	copied: report.copied,
	when: m.my_help_report_when({ date: dayWords(report.reportedAt, report.timeZone) }),
	came: report.acts.length
		? report.acts.map(({ act }) => outcomes[act]())
		: [m.my_help_report_waiting()]
});

export const actions = {
	keepPost,
	withdrawPost,
	answerProposedPost,
	answerPost,
	withdrawAnswer,
	cancelAsk: formAction(nothing, async (_, { locals }) => {
		const { residents } = await loadContext(locals.supabase);
		await Promise.all(
			residents.map(({ neighbourhood }) =>
				call(locals.supabase, 'cancel_help_ask', { neighbourhood_id: neighbourhood.id })
			)
		);
		return { notice: m.my_help_asked_cancelled() };
	})
};
