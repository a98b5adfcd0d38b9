import { groupChairs } from '$lib/groups/schema';
import { formAction } from '$lib/server/form';
import { keepAnswer, openStep } from '$lib/groups/draft.server';

export const load = (event) => openStep(event, 5);

export const actions = {
	default: formAction(groupChairs, (input, event) => keepAnswer(event, 5, input))
};
