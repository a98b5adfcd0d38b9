import { redirect } from '@sveltejs/kit';
import { localDate, localTime } from '$lib/dates/local.server';
import { momentWords } from '$lib/dates/words.server';
import { loadHostedMeetup } from '$lib/groups/hosting.server';
import { timeOptions } from '$lib/groups/options.server';
import { meetupMove } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const meetup = await loadHostedMeetup(locals.supabase, params.id);
	const { id, startsAt, timeZone, state, reason, started } = meetup;
	const back = `/meetups/${id}/change`;
	if (started) redirect(303, back);
	const today = localDate(new Date(), timeZone);
	const twoWeeksBefore = localDate(startsAt, timeZone, -14);
	return {
		title: m.change_move_title(),
		back,
		moment: momentWords(meetup),
		times: timeOptions(),
		earliest: twoWeeksBefore > today ? twoWeeksBefore : today,
		latest: localDate(startsAt, timeZone, 14),
		saved: {
			date: localDate(startsAt, timeZone),
			startsAt: localTime(startsAt, timeZone),
			reason: state === 'moved' ? reason : null
		}
	};
}

export const actions = {
	default: formAction(meetupMove, async (input, { locals, params }) => {
		await call(locals.supabase, 'move_meetup', {
			meetup_id: params.id,
			on_date: input.date,
			at_time: input.startsAt,
			reason: input.reason
		});
		redirect(303, `/meetups/${params.id}`);
	})
};
