import { redirect } from '@sveltejs/kit';
import { changeDetails, loadHostedGroup } from '$lib/groups/hosting.server';
import { groupDetails } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const group = await loadHostedGroup(locals.supabase, params.id);
	const { id, name, placeName, address, likes, likesWords } = group;
	return {
		title: m.change_details_title(),
		back: `/groups/${id}/change`,
		saved: { name, placeName, address, likes, likesWords }
	};
}

export const actions = {
	default: formAction(groupDetails, async (input, { locals, params }) => {
		await changeDetails(locals.supabase, params.id, input);
		redirect(303, `/groups/${params.id}/change?done=details`);
	})
};
