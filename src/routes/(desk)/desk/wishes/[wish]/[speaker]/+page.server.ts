import { redirect } from '@sveltejs/kit';
import { loadWish } from '$lib/bookings/bookings.server';
import { question } from '$lib/bookings/schema';
import { describeSpeaker } from '$lib/bookings/wish-words.server';
import { momentWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const wish = await loadWish(locals.supabase, params.wish);
	const speaker = wish.speakers.find(({ id }) => id === params.speaker);
	const back = `/desk/wishes/${wish.id}`;
	// Somebody was asked meanwhile, or these days are gone: the wish itself says how it stands.
	if (wish.booking || !speaker?.days.length) redirect(303, back);
	const name = isolate(speaker.name);
	return {
		id: crypto.randomUUID(),
		title: m.booking_ask_title({ name }),
		hint: m.booking_ask_days_hint({ name }),
		back,
		facts: describeSpeaker(speaker),
		options: speaker.days.map((day) => ({
			value: day.meetupId,
			label: capital(momentWords({ ...day, timeZone: wish.timeZone }))
		}))
	};
}

export const actions = {
	default: formAction(question, async ({ id, days }, event) => {
		const { locals, params } = event;
		await call(locals.supabase, 'ask_speaker', {
			id,
			wish_id: params.wish,
			speaker_id: params.speaker,
			meetup_ids: days
		});
		const { booking } = await loadWish(locals.supabase, params.wish);
		const name = isolate(booking?.speaker ?? '');
		onward(event, '/desk', m.booking_ask_done({ name }));
	})
};
