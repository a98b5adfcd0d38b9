import { redirect } from '@sveltejs/kit';
import { loadHostedGroup } from '$lib/groups/hosting.server';
import { newHost } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const { id, members } = await loadHostedGroup(locals.supabase, params.id);
	return {
		title: m.change_host_title(),
		question: m.change_host_question(),
		back: `/groups/${id}/change`,
		members: members
			.filter(({ me }) => !me)
			.map(({ residentId, firstName, face }) => ({ value: residentId, label: firstName, face }))
	};
}

export const actions = {
	default: formAction(newHost, async ({ residentId }, { locals, params }) => {
		await call(locals.supabase, 'hand_over', { group_id: params.id, resident_id: residentId });
		redirect(303, `/groups/${params.id}`);
	})
};
