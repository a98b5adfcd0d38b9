import { feelingWords } from '$lib/goals/describe.server';
import { loadGoal } from '$lib/goals/goals.server';
import { onward } from '$lib/server/onward';
import { lookBack } from '$lib/goals/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const { goal } = await loadGoal(locals.supabase, params.id);
	return {
		title: m.plan_look_back_question(),
		back: `/me/plan/${goal.id}`,
		feeling: goal.feeling?.toString() ?? '',
		words: goal.sentences.find(({ kind }) => kind === 'look_back')?.words ?? '',
		options: ([3, 2, 1] as const).map((feeling) => ({
			value: String(feeling),
			picture: `feeling-${feeling}` as const,
			label: feelingWords[feeling]()
		}))
	};
}

export const actions = {
	default: formAction(lookBack, async ({ feeling, words }, event) => {
		const goalId = event.params.id;
		await call(event.locals.supabase, 'look_back', { goal_id: goalId, feeling, words });
		onward(event, `/me/plan/${goalId}`, m.plan_look_back_done());
	})
};
