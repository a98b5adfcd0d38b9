import { z } from 'zod';
import { answerHowItWent, answerProposal } from '$lib/goals/actions.server';
import { describeGoal, describeProposals } from '$lib/goals/describe.server';
import { changeGoal, loadPlan } from '$lib/goals/goals.server';
import { MOST_OPEN } from '$lib/goals/kinds';
import { dreams, starters } from '$lib/goals/starters';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export async function load({ locals }) {
	const plan = await loadPlan(locals.supabase);
	const goals = plan.goals.map((goal) => describeGoal(goal, plan));
	const inState = (state: string) => goals.filter((goal) => goal.state === state);
	const open = inState('open');
	const newId = crypto.randomUUID();
	return {
		title: m.plan_title(),
		open,
		done: inState('done'),
		letGo: inState('let_go'),
		asks: open.flatMap((goal) => goal.asks),
		proposals: describeProposals(plan),
		newGoal: open.length < MOST_OPEN ? `/me/plan/new?id=${newId}` : null,
		dreams: dreams.map((dream) => ({
			words: starters[dream](),
			href: `/me/plan/new?id=${newId}&begin=${dream}`
		}))
	};
}

export const actions = {
	howItWent: answerHowItWent,
	answerProposal,
	takeBack: formAction(z.object({ goalId: z.uuid() }), async ({ goalId }, { locals }) => {
		await changeGoal(locals.supabase, goalId, { state: 'open' });
		return { notice: m.plan_taken_back() };
	})
};
