import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { loadContext } from '$lib/account/context.server';
import { finishJoining } from '$lib/account/finish-joining.server';
import { readFlow, writeFlow } from '$lib/account/flow-state.server';
import { firstName } from '$lib/account/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export async function load(event) {
	const flow = readFlow(event.cookies);
	if (!flow.code) redirect(303, '/join');
	const known = event.locals.userId ? await loadContext(event.locals.supabase) : null;
	return {
		title: m.join_name_title(),
		back: `/join/${flow.code}`,
		firstName: flow.firstName ?? known?.residents[0]?.firstName
	};
}

export const actions = {
	default: formAction(z.object({ firstName }), async (input, event) => {
		writeFlow(event, input);
		if (event.locals.userId) return finishJoining(event);
		redirect(303, '/join/email');
	})
};
