import { loadAddress, renewAddress, stopAddress } from '$lib/calendar/calendars.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, url }) {
	return {
		title: m.calendar_title(),
		calendar: await loadAddress(locals.supabase, 'own', url.origin)
	};
}

export const actions = { renew: renewAddress('own'), stop: stopAddress('own') };
