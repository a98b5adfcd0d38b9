import { redirect } from '@sveltejs/kit';
import { changeMoment, loadHostedGroup } from '$lib/groups/hosting.server';
import { momentOptions } from '$lib/groups/options.server';
import { groupMoment } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const group = await loadHostedGroup(locals.supabase, params.id);
	const { id, weekday, startsAt, durationMinutes } = group;
	return {
		title: m.change_moment_title(),
		back: `/groups/${id}/change`,
		options: momentOptions(),
		saved: { weekday, startsAt, durationMinutes }
	};
}

export const actions = {
	default: formAction(groupMoment, async (input, { locals, params }) => {
		await changeMoment(locals.supabase, params.id, input);
		redirect(303, `/groups/${params.id}/change?done=moment`);
	})
};
