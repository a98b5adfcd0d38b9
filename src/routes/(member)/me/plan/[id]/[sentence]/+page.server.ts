import { answerHowItWent } from '$lib/goals/actions.server';
import { describeSentence, kindWords } from '$lib/goals/describe.server';
import { eraseSentence, loadSentence, rewriteSentence } from '$lib/goals/goals.server';
import { onward } from '$lib/server/onward';
import { sentence as schema } from '$lib/goals/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export async function load({ locals, params, url }) {
	const { plan, goal, sentence } = await loadSentence(locals.supabase, params.id, params.sentence);
	const starting = url.searchParams.has('new');
	const path = `/me/plan/${goal.id}`;
	return {
		title: starting ? m.plan_want_question() : m.plan_change_title(),
		back: starting ? '/me/plan' : path,
		...(starting && { step: 1, total: 3 }),
		button: starting ? m.next() : m.plan_save(),
		label: kindWords[sentence.kind](),
		path: `${path}/${sentence.id}`,
		sentence: describeSentence(sentence, plan),
		erasable: sentence.kind !== 'want'
	};
}

export const actions = {
	rewrite: formAction(schema, async ({ words }, event) => {
		const { locals, params, url } = event;
		await rewriteSentence(locals.supabase, params.sentence, words);
		const path = `/me/plan/${params.id}`;
		if (url.searchParams.has('new')) onward(event, `${path}/theme?new`);
		onward(event, path, m.plan_saved());
	}),
	howItWent: answerHowItWent,
	erase: async (event) => {
		await eraseSentence(event.locals.supabase, event.params.sentence);
		onward(event, `/me/plan/${event.params.id}`, m.plan_erased());
	}
};
