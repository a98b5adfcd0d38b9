import { addSentence, loadGoal, wishOf } from '$lib/goals/goals.server';
import { addedKinds, type AddedKind } from '$lib/goals/kinds';
import { onward } from '$lib/server/onward';
import { newSentence } from '$lib/goals/schema';
import { begun, starters } from '$lib/goals/starters';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { notThere } from '$lib/server/database-error';

const questions: Record<AddedKind, () => string> = {
	can: m.plan_can_question,
	need: m.plan_need_question,
	step: m.plan_step_question
};

function kindOf({ kind }: { kind: string }) {
	const known = addedKinds.find((added) => added === kind);
	if (!known) notThere();
	return known;
}

export async function load({ locals, params }) {
	const kind = kindOf(params);
	const { goal } = await loadGoal(locals.supabase, params.id);
	return {
		title: questions[kind](),
		back: `/me/plan/${goal.id}`,
		wish: wishOf(goal).words,
		hint: kind === 'step' ? m.plan_step_hint() : m.plan_words_hint(),
		id: crypto.randomUUID(),
		words: kind === 'step' ? '' : begun(starters[kind])
	};
}

export const actions = {
	default: formAction(newSentence, async (input, event) => {
		const goalId = event.params.id;
		await addSentence(event.locals.supabase, goalId, kindOf(event.params), input);
		onward(event, `/me/plan/${goalId}`, m.plan_sentence_saved());
	})
};
