import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

const request = z.object({ groupId: z.uuid(), residentId: z.uuid() });

/** Gives who asked for it a chair; wherever the button stands, it does the same. */
export const welcome = formAction(request, async ({ groupId, residentId }, { locals }) => {
	const outcome = await call(locals.supabase, 'welcome', {
		group_id: groupId,
		resident_id: residentId
	});
	return { notice: outcome === 'member' ? m.welcome_done() : m.welcome_waiting() };
});
