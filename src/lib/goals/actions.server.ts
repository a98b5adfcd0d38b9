import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { changeStep, onlyOnce } from './goals.server';
import type { Outcome } from './kinds';
import { outcome, proposalAnswer } from './schema';

const notices: Record<Outcome, () => string> = {
	done: m.plan_how_done_notice,
	a_bit: m.plan_how_a_bit_notice,
	next_time: m.plan_how_next_time_notice
};

/** "Hoe ging het?": gelukt, een beetje of volgende keer. */
export const answerHowItWent = formAction(outcome, async (input, { locals }) => {
	await changeStep(locals.supabase, input.sentenceId, { outcome: input.outcome });
	return { notice: notices[input.outcome]() };
});

/** Makes what somebody proposed mine, or lets it go. Pressed twice answers once. */
export const answerProposal = formAction(proposalAnswer, async (input, { locals }) => {
	await onlyOnce(() =>
		call(locals.supabase, 'answer_proposal', {
			id: input.id,
			sentence_id: input.sentenceId,
			accept: input.accept
		})
	);
	return { notice: input.accept ? m.plan_proposal_accepted() : m.plan_proposal_declined() };
});
