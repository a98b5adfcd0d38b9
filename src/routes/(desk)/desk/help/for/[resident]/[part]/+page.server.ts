import { momentOptions } from '$lib/groups/options.server';
import { keepProposalAnswer, openProposalQuestion, proposalPart } from '$lib/help/proposal.server';
import { answerSchemas } from '$lib/help/schema';
import { formAction } from '$lib/server/form';

export const load = async (event) => ({
	...(await openProposalQuestion(event, proposalPart(event.params.part))),
	options: momentOptions()
});

export const actions = {
	default: (event) => {
		const part = proposalPart(event.params.part);
		return formAction(answerSchemas[part], (input, visit: typeof event) =>
			keepProposalAnswer(visit, part, input)
		)(event);
	}
};
