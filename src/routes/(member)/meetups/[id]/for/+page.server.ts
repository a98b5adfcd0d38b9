import { dayWords } from '$lib/dates/words.server';
import { loadAnswers } from '$lib/door/answers.server';
import { answerFor } from '$lib/door/schema';
import { activityWords } from '$lib/groups/activity-words';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const page = await loadAnswers(locals.supabase, params.id);
	return {
		title: m.answers_title(),
		intro: capital(dayWords(page.startsAt, page.timeZone)),
		back: `/meetups/${params.id}`,
		open: page.open,
		choosing: page.choosing,
		people: page.people.map(({ answeredBy, wishes, ...person }) => ({
			...person,
			by: answeredBy && m.answers_by({ name: isolate(answeredBy) }),
			wishes: wishes.map(({ activity, words }) => activityWords(activity, words)).join(', ')
		}))
	};
}

export const actions = {
	answer: formAction(answerFor, async ({ residentId, comes }, { locals, params }) => {
		await call(locals.supabase, 'answer_for', {
			meetup_id: params.id,
			resident_id: residentId,
			comes
		});
		return { notice: m.answers_done() };
	})
};
