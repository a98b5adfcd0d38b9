import { redirect } from '@sveltejs/kit';
import { loadContext } from '$lib/account/context.server';
import { describeGroup } from '$lib/groups/describe.server';
import { startGroup } from '$lib/groups/hosting.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';
import { chosenNeighbourhood, clearDraft, finishedDraft } from '$lib/groups/draft.server';

export async function load(event) {
	const draft = finishedDraft(event);
	// Who comes back here afterwards finds it among the Buurtpleinen.
	if (!draft) redirect(303, '/groups');
	const { neighbourhoods } = await event.parent();
	const neighbourhood = chosenNeighbourhood(event, neighbourhoods);
	if (neighbourhoods.length && !neighbourhood) redirect(303, '/groups/new/neighbourhood?check');
	const group = { ...draft, chairsTaken: 0, waitingCount: 0, pausedUntil: null };
	return {
		title: m.start_check_title(),
		group: describeGroup(group),
		neighbourhood: neighbourhoods.length > 1 ? neighbourhood?.name : null
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const draft = finishedDraft(event);
		const { residents } = await loadContext(event.locals.supabase);
		const neighbourhood = chosenNeighbourhood(
			event,
			residents.map((resident) => resident.neighbourhood)
		);
		// A second tap that comes after the first has started it: it is on the list now.
		if (!draft || !neighbourhood) redirect(303, '/groups');
		await startGroup(event.locals.supabase, neighbourhood.id, draft);
		clearDraft(event);
		redirect(303, `/groups/${draft.id}?started`);
	})
};
