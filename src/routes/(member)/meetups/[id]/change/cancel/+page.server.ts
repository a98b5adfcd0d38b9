import { redirect } from '@sveltejs/kit';
import { momentWords } from '$lib/dates/words.server';
import { loadHostedMeetup } from '$lib/groups/hosting.server';
import { meetupCancel } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const meetup = await loadHostedMeetup(locals.supabase, params.id);
	const back = `/meetups/${meetup.id}/change`;
	if (meetup.started || meetup.state === 'cancelled') redirect(303, back);
	return { title: m.change_cancel_title(), back, moment: momentWords(meetup) };
}

export const actions = {
	default: formAction(meetupCancel, async ({ reason }, { locals, params }) => {
		await call(locals.supabase, 'cancel_meetup', { meetup_id: params.id, reason });
		redirect(303, `/meetups/${params.id}`);
	})
};
