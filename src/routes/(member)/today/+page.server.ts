import { z } from 'zod';
import { hoursWords, nearDayWords, dateWords } from '$lib/dates/words.server';
import { activityWords } from '$lib/groups/activity-words';
import { capital } from '$lib/groups/describe.server';
import { loadToday } from '$lib/groups/groups.server';
import { welcome } from '$lib/groups/welcome.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals }) {
	const today = await loadToday(locals.supabase);
	const when = (span: { startsAt: string; endsAt: string; timeZone: string }) => ({
		day: nearDayWords(span.startsAt, span.timeZone),
		hours: hoursWords(span)
	});
	return {
		title: m.today_title(),
		...today,
		meetups: untilNext(today.meetups).map((meetup) => ({
			...meetup,
			...when(meetup),
			headline: capital(
				(meetup.state === 'cancelled' ? m.today_cancelled : m.today_when)({ day: when(meetup).day })
			),
			activity: meetup.activity && activityWords(meetup.activity, meetup.activityWords)
		})),
		offers: today.offers.map((offer) => ({
			...offer,
			...when(offer),
			headline: capital(m.today_offer({ day: when(offer).day }))
		})),
		groups: today.groups.map((group) => ({
			...group,
			pausedUntil: group.pausedUntil && dateWords(group.pausedUntil)
		}))
	};
}

/** Of each group what is off, up to and with the first meetup that takes place. */
function untilNext<Meetup extends { groupId: string; state: string }>(meetups: Meetup[]) {
	const done = new Set<string>();
	return meetups.filter(({ groupId, state }) => {
		const shown = !done.has(groupId);
		if (state !== 'cancelled') done.add(groupId);
		return shown;
	});
}

const meetup = z.object({ meetupId: z.uuid() });
const group = z.object({ groupId: z.uuid() });

export const actions = {
	welcome,
	comeAsGuest: formAction(meetup, async ({ meetupId }, { locals }) => {
		await call(locals.supabase, 'answer_as_guest', { meetup_id: meetupId, comes: true });
		return { notice: m.guest_comes_done() };
	}),
	notAsGuest: formAction(meetup, async ({ meetupId }, { locals }) => {
		await call(locals.supabase, 'answer_as_guest', { meetup_id: meetupId, comes: false });
		return { notice: m.skip_done(), declined: meetupId };
	}),
	undoLeave: formAction(group, async ({ groupId }, { locals }) => {
		const outcome = await call(locals.supabase, 'undo_leave', { group_id: groupId });
		return { notice: outcome === 'member' ? m.undo_leave_done() : m.undo_leave_waiting() };
	})
};
