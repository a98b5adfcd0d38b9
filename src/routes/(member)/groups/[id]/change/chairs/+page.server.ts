import { redirect } from '@sveltejs/kit';
import { loadHostedGroup } from '$lib/groups/hosting.server';
import { groupChairs } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const { id, capacity, chairsTaken } = await loadHostedGroup(locals.supabase, params.id);
	return {
		title: m.change_chairs_title(),
		question: m.start_chairs_question(),
		back: `/groups/${id}/change`,
		chairsTaken,
		saved: { capacity }
	};
}

export const actions = {
	default: formAction(groupChairs, async ({ capacity }, { locals, params }) => {
		await call(locals.supabase, 'change_capacity', { group_id: params.id, capacity });
		redirect(303, `/groups/${params.id}/change?done=chairs`);
	})
};
