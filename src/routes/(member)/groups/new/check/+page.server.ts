import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { loadContext } from '$lib/account/context.server';
import { describeGroup } from '$lib/groups/describe.server';
import { startGroup } from '$lib/groups/hosting.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { clearDraft, finishedDraft } from '$lib/groups/draft.server';

export function load(event) {
	const draft = finishedDraft(event);
	// Who comes back here afterwards finds it among the Buurtpleinen.
	if (!draft) redirect(303, '/groups');
	const group = { ...draft, chairsTaken: 0, waitingCount: 0, pausedUntil: null };
	return { title: m.start_check_title(), group: describeGroup(group) };
}

export const actions = {
	default: formAction(z.object({}), async (_input, event) => {
		const draft = finishedDraft(event);
		const { residents } = await loadContext(event.locals.supabase);
		// A second tap that comes after the first has started it: it is on the list now.
		if (!draft || !residents[0]) redirect(303, '/groups');
		await startGroup(event.locals.supabase, residents[0].neighbourhood.id, draft);
		clearDraft(event.cookies);
		redirect(303, `/groups/${draft.id}?started`);
	})
};
