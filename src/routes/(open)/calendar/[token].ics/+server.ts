import { calendarResponse, loadFeed } from '$lib/calendar/calendars.server';
import { calendarFile } from '$lib/calendar/file.server';

/** What a calendar fetches, without a session: the address is the key. */
export async function GET({ locals, params, url }) {
	const { entries, language } = await loadFeed(locals.supabase, params.token);
	return calendarResponse(calendarFile(entries, url.hostname, language), {
		// Kept by the calendar alone, and asked for again each time.
		'cache-control': 'private, no-cache'
	});
}
