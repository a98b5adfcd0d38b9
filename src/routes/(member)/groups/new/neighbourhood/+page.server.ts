import { groupNeighbourhood } from '$lib/groups/schema';
import { formAction } from '$lib/server/form';
import { keepAnswer, openNeighbourhoodStep } from '$lib/groups/draft.server';

export const load = openNeighbourhoodStep;

export const actions = {
	default: formAction(groupNeighbourhood, (input, event) => keepAnswer(event, 0, input))
};
