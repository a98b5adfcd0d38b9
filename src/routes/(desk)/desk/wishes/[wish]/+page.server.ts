import { loadWish } from '$lib/bookings/bookings.server';
import { oneDay, whyNot } from '$lib/bookings/schema';
import { describeWish } from '$lib/bookings/wish-words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	return describeWish(await loadWish(locals.supabase, params.wish));
}

/** The question that is open now; without one there is nothing left to do, and the page says so. */
const openBooking = async ({ locals, params }: { locals: App.Locals; params: { wish: string } }) =>
	(await loadWish(locals.supabase, params.wish)).booking;

export const actions = {
	confirm: formAction(oneDay, async ({ meetupId }, event) => {
		const booking = await openBooking(event);
		if (!booking) return;
		const day = { booking_id: booking.id, meetup_id: meetupId };
		await call(event.locals.supabase, 'confirm_speaker', day);
		return { notice: m.booking_confirm_done({ name: isolate(booking.speaker) }) };
	}),
	withdraw: formAction(nothing, async (_, event) => {
		const booking = await openBooking(event);
		if (!booking) return;
		await call(event.locals.supabase, 'withdraw_question', { booking_id: booking.id });
		return { notice: m.booking_withdraw_done() };
	}),
	cancel: formAction(whyNot, async ({ reason }, event) => {
		const booking = await openBooking(event);
		if (booking) {
			await call(event.locals.supabase, 'cancel_speaker', { booking_id: booking.id, reason });
		}
		onward(event, '/desk', m.booking_cancel_done());
	})
};
