import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { inviteCode, requireInvite } from '$lib/account/invite.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export const load = () => ({ title: m.join_code_title() });

export const actions = {
	default: formAction(z.object({ code: inviteCode }), async ({ code }, event) => {
		await requireInvite(event, code);
		redirect(303, `/join/${code}`);
	})
};
