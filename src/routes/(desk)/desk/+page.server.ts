import { z } from 'zod';
import { chairsWords } from '$lib/groups/chairs-words';
import { capital } from '$lib/groups/describe.server';
import { loadWelcome } from '$lib/groups/groups.server';
import { ruleWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals }) {
	const { requests, groups } = await loadWelcome(locals.supabase);
	return {
		title: m.desk_title(),
		requests,
		groups: groups.map((group) => ({
			...group,
			rule: capital(ruleWords(group)),
			chairs: chairsWords(group)
		}))
	};
}

const request = z.object({ groupId: z.uuid(), residentId: z.uuid() });

export const actions = {
	welcome: formAction(request, async ({ groupId, residentId }, { locals }) => {
		const outcome = await call(locals.supabase, 'welcome', {
			group_id: groupId,
			resident_id: residentId
		});
		return { notice: outcome === 'member' ? m.welcome_done() : m.welcome_waiting() };
	})
};
