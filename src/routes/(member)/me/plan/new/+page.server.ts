import { z } from 'zod';
import { loadPlan, startGoal, wishOf } from '$lib/goals/goals.server';
import { onward } from '$lib/server/onward';
import { newSentence } from '$lib/goals/schema';
import { begun, starters } from '$lib/goals/starters';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

const asked = z.object({
	id: z.uuid().catch(() => crypto.randomUUID()),
	begin: z.enum(['learn', 'again', 'more', 'once', 'want']).catch('want')
});

export async function load({ locals, url }) {
	const { id, begin } = asked.parse(Object.fromEntries(url.searchParams));
	const plan = await loadPlan(locals.supabase);
	// Who goes back finds the wish that was started with.
	const started = plan.goals.find((goal) => goal.id === id);
	return {
		title: m.plan_want_question(),
		back: '/me/plan',
		step: 1,
		total: 3,
		id,
		words: started ? wishOf(started).words : begun(starters[begin])
	};
}

export const actions = {
	default: formAction(newSentence, async ({ id, words }, event) => {
		await startGoal(event.locals.supabase, id, words);
		onward(event, `/me/plan/${id}/theme?new`);
	})
};
