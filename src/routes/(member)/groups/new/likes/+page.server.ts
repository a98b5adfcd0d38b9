import { chosenLikes } from '$lib/groups/schema';
import { formAction } from '$lib/server/form';
import { keepAnswer, openStep } from '$lib/groups/draft.server';

export const load = (event) => openStep(event, 4);

export const actions = {
	default: formAction(chosenLikes, (input, event) => keepAnswer(event, 4, input))
};
