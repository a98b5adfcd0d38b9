import { groupName } from '$lib/groups/schema';
import { formAction } from '$lib/server/form';
import { keepAnswer, openStep } from '$lib/groups/draft.server';

export const load = (event) => openStep(event, 1);

export const actions = {
	default: formAction(groupName, (input, event) => keepAnswer(event, 1, input))
};
