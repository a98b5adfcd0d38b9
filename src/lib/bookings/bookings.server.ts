import { isHttpError } from '@sveltejs/kit';
import { callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { bookingShape, wishShape } from './shapes.server';

type Supabase = App.Locals['supabase'];

/** A wish, and who is asked or could be; 404 for who is no facilitator there. */
export async function loadWish(supabase: Supabase, id: string) {
	return (await callPage(supabase, 'wish_page', { wish_id: id }, wishShape)) ?? notThere();
}

/** What a speaker is asked; null for every link that does not work, whatever the reason. */
export const loadBooking = (supabase: Supabase, token: string) =>
	callPage(supabase, 'booking_page', { token }, bookingShape);

/** Does it by the link of a speaker; false when that stopped working meanwhile. */
export async function byLink(act: () => Promise<unknown>) {
	try {
		await act();
		return true;
	} catch (thrown) {
		if (isHttpError(thrown, 404)) return false;
		throw thrown;
	}
}
