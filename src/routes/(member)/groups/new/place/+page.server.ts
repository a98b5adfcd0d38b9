import { groupPlace } from '$lib/groups/schema';
import { formAction } from '$lib/server/form';
import { keepAnswer, openStep } from '$lib/groups/draft.server';

export const load = (event) => openStep(event, 3);

export const actions = {
	default: formAction(groupPlace, (input, event) => keepAnswer(event, 3, input))
};
