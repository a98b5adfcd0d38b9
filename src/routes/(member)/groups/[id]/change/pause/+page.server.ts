import { redirect } from '@sveltejs/kit';
import { localDate } from '$lib/dates/local.server';
import { dateWords } from '$lib/dates/words.server';
import { loadHostedGroup } from '$lib/groups/hosting.server';
import { groupPause } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, params }) {
	const { id, pausedUntil, timeZone } = await loadHostedGroup(locals.supabase, params.id);
	return {
		title: m.change_pause_title(),
		back: `/groups/${id}/change`,
		until: pausedUntil ?? '',
		untilWords: pausedUntil && dateWords(pausedUntil),
		earliest: localDate(new Date(), timeZone, 1),
		latest: localDate(new Date(), timeZone, 366)
	};
}

export const actions = {
	pause: formAction(groupPause, async ({ until }, { locals, params }) => {
		await call(locals.supabase, 'pause_group', { group_id: params.id, until });
		redirect(303, `/groups/${params.id}/change?done=pause`);
	}),
	resume: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'resume_group', { group_id: params.id });
		redirect(303, `/groups/${params.id}/change?done=resume`);
	})
};
