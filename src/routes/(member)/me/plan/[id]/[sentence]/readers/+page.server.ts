import { describeSentence } from '$lib/goals/describe.server';
import { loadSentence } from '$lib/goals/goals.server';
import { reader } from '$lib/goals/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params, url }) {
	const { plan, goal, sentence } = await loadSentence(locals.supabase, params.id, params.sentence);
	return {
		title: m.plan_who_reads(),
		here: url.pathname,
		back: `/me/plan/${goal.id}`,
		sentence: describeSentence(sentence, plan),
		readers: plan.readers.map((each) => ({ ...each, on: sentence.readers.includes(each.id) }))
	};
}

export const actions = {
	default: formAction(reader, async ({ readerId, on }, { locals, params }) => {
		await call(locals.supabase, 'set_reader', {
			sentence_id: params.sentence,
			reader_id: readerId,
			reads: on
		});
	})
};
