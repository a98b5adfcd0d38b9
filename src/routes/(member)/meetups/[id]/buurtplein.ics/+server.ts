import { calendarResponse, loadEntry } from '$lib/calendar/calendars.server';
import { calendarFile } from '$lib/calendar/file.server';
import { getLocale } from '$lib/paraglide/runtime';

/** One meetup as a file, for who wants no more than that in their calendar. */
export async function GET({ locals, params, url }) {
	const entry = await loadEntry(locals.supabase, params.id);
	return calendarResponse(calendarFile([entry], url.hostname, getLocale()), {
		'content-disposition': 'attachment; filename="buurtplein.ics"'
	});
}
