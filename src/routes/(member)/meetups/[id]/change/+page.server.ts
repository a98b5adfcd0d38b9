import { redirect } from '@sveltejs/kit';
import { momentWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { loadHostedMeetup } from '$lib/groups/hosting.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, params }) {
	const meetup = await loadHostedMeetup(locals.supabase, params.id);
	const { id, groupId, groupName, state, reason, started } = meetup;
	return {
		title: m.change_week_title(),
		moment: capital(momentWords(meetup)),
		id,
		groupId,
		groupName,
		state,
		reason,
		started
	};
}

export const actions = {
	restore: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'restore_meetup', { meetup_id: params.id });
		redirect(303, `/meetups/${params.id}`);
	})
};
