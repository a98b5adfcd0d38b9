import { z } from 'zod';
import { dateWords } from '$lib/dates/words.server';
import { answerHowItWent, answerProposal } from '$lib/goals/actions.server';
import { describeGoal, describeProposals } from '$lib/goals/describe.server';
import { changeGoal, eraseGoal, loadGoal } from '$lib/goals/goals.server';
import { onward } from '$lib/server/onward';
import { longer } from '$lib/goals/period';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, params }) {
	const { plan, goal } = await loadGoal(locals.supabase, params.id);
	return {
		title: m.plan_title(),
		goal: describeGoal(goal, plan),
		proposals: describeProposals(plan, goal.id)
	};
}

export const actions = {
	howItWent: answerHowItWent,
	answerProposal,
	done: formAction(nothing, async (_, event) => {
		await changeGoal(event.locals.supabase, event.params.id, { state: 'done' });
		onward(event, `/me/plan/${event.params.id}/done`);
	}),
	letGo: formAction(nothing, async (_, event) => {
		await changeGoal(event.locals.supabase, event.params.id, { state: 'let_go' });
		onward(event, '/me/plan', m.plan_let_go_done());
	}),
	goOn: formAction(nothing, async (_, { locals, params }) => {
		await changeGoal(locals.supabase, params.id, { state: 'open' });
		return { notice: m.plan_taken_back() };
	}),
	longer: formAction(z.object({ from: z.iso.date() }), async ({ from }, { locals, params }) => {
		const { plan, goal } = await loadGoal(locals.supabase, params.id);
		// Pressed twice gives four weeks, not eight.
		const period = goal.endsOn === from ? longer(goal, plan.today) : goal;
		const { startsOn, endsOn } = period;
		await changeGoal(locals.supabase, goal.id, { starts_on: startsOn, ends_on: endsOn });
		return { notice: m.plan_longer_done({ date: dateWords(endsOn) }) };
	}),
	erase: async (event) => {
		await eraseGoal(event.locals.supabase, event.params.id);
		onward(event, '/me/plan', m.plan_erased());
	}
};
