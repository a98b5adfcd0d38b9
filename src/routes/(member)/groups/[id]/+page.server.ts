import { redirect } from '@sveltejs/kit';
import { describeGroupSpeaker } from '$lib/bookings/group-speaker.server';
import { thanks } from '$lib/bookings/schema';
import { dayWords, hoursWords } from '$lib/dates/words.server';
import { choiceWords } from '$lib/groups/choice-words';
import { capital, describeGroup } from '$lib/groups/describe.server';
import { loadGroup } from '$lib/groups/groups.server';
import { newsWords } from '$lib/groups/news-words.server';
import { newHost } from '$lib/groups/schema';
import { welcome } from '$lib/groups/welcome.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, params, url }) {
	const group = await loadGroup(locals.supabase, params.id);
	const { timeZone } = group;
	return {
		title: group.name,
		started: url.searchParams.has('started'),
		group: describeGroup(group),
		speaker: describeGroupSpeaker(group),
		meetups: group.meetups.map((meetup) => ({
			...meetup,
			day: capital(dayWords(meetup.startsAt, timeZone)),
			hours: hoursWords({ ...meetup, timeZone }),
			activity: choiceWords(meetup)
		})),
		past: group.past.map((choice) => ({
			day: capital(dayWords(choice.startsAt, timeZone)),
			activity: choiceWords(choice)
		})),
		news: group.news.map((news) => ({ id: news.id, text: newsWords(news, timeZone) }))
	};
}

export const actions = {
	ask: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'ask_for_chair', { group_id: params.id });
	}),
	wait: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'wait_for_chair', { group_id: params.id });
	}),
	withdraw: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'withdraw_request', { group_id: params.id });
		return { notice: m.group_withdrawn() };
	}),
	welcome,
	appoint: formAction(newHost, async ({ residentId }, { locals, params }) => {
		await call(locals.supabase, 'appoint_host', { group_id: params.id, resident_id: residentId });
		return { notice: m.group_appoint_done() };
	}),
	move: formAction(newHost, ({ residentId }, { params }) => {
		redirect(303, `/groups/${params.id}/move/${residentId}`);
	}),
	thank: formAction(thanks, async ({ bookingId }, { locals }) => {
		await call(locals.supabase, 'thank_speaker', { booking_id: bookingId });
		return { notice: m.booking_thanks_said() };
	}),
	leave: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'leave_group', { group_id: params.id });
		redirect(303, '/today');
	})
};
