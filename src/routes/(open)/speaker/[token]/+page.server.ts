import { error, redirect } from '@sveltejs/kit';
import { byLink, loadBooking } from '$lib/bookings/bookings.server';
import { oneDay, whyNot } from '$lib/bookings/schema';
import { wishWords } from '$lib/bookings/topics';
import { dayWords, momentWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params, setHeaders }) {
	setHeaders({ 'x-robots-tag': 'noindex' });
	const booking = await loadBooking(locals.supabase, params.token);
	// Unknown, used, withdrawn and over: one answer.
	if (!booking) error(404, { message: m.booking_link_over(), hint: 'link_over' });
	const { state, speaker, asker, days, timeZone, topic, words, ...where } = booking;
	const [first] = days;
	const name = isolate(speaker);
	return {
		title:
			state === 'booked' && first
				? m.booking_speaker_booked({ day: dayWords(first.startsAt, timeZone) })
				: m.booking_speaker_title(),
		state,
		hello: m.booking_speaker_hello({
			name,
			neighbourhood: isolate(where.neighbourhoodName),
			topic: isolate(wishWords(topic, words))
		}),
		asker: asker && m.booking_speaker_asker({ asker: isolate(asker) }),
		...where,
		days: days.map((day) => {
			const moment = momentWords({ ...day, timeZone });
			return {
				...day,
				yes: m.booking_speaker_yes({ moment }),
				taken: m.booking_speaker_taken({ moment: capital(moment) }),
				moment: capital(moment)
			};
		})
	};
}

export const actions = {
	accept: formAction(oneDay, async ({ meetupId }, { locals, params: { token } }) => {
		await byLink(() => call(locals.supabase, 'accept_booking', { token, meetup_id: meetupId }));
	}),
	call: formAction(nothing, async (_, { locals, params: { token } }) => {
		await byLink(() => call(locals.supabase, 'ask_booking_call', { token }));
	}),
	decline: formAction(whyNot, async ({ reason }, { locals, params: { token } }) => {
		const declined = await byLink(() =>
			call(locals.supabase, 'decline_booking', { token, reason })
		);
		if (declined) redirect(303, '/speaker/done');
	})
};
