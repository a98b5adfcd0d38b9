import { loadCentre } from '$lib/neighbourhood/centre.server';
import { groupPlace } from '$lib/groups/schema';
import { formAction } from '$lib/server/form';
import { chosenNeighbourhood, keepAnswer, openStep } from '$lib/groups/draft.server';

export async function load(event) {
	const step = await openStep(event, 3);
	const { neighbourhoods } = await event.parent();
	const here = chosenNeighbourhood(event, neighbourhoods);
	if (step.draft.placeName || !here) return { ...step, place: step.draft };
	return { ...step, place: await loadCentre(event.locals.supabase, here.id) };
}

export const actions = {
	default: formAction(groupPlace, (input, event) => keepAnswer(event, 3, input))
};
