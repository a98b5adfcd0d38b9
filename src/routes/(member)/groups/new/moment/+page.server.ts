import { momentOptions } from '$lib/groups/options.server';
import { groupMoment } from '$lib/groups/schema';
import { formAction } from '$lib/server/form';
import { keepAnswer, openStep } from '$lib/groups/draft.server';

export const load = async (event) => ({
	...(await openStep(event, 2)),
	options: momentOptions()
});

export const actions = {
	default: formAction(groupMoment, (input, event) => keepAnswer(event, 2, input))
};
