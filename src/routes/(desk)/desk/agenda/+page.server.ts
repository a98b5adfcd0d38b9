import { comesWords } from '$lib/bookings/speaker-words';
import { loadAddress, loadAgenda, renewAddress, stopAddress } from '$lib/calendar/calendars.server';
import { dateWords, dayWords, hoursWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { notThere } from '$lib/server/database-error';

export async function load({ locals, parent, url }) {
	const [{ facilitates }, meetups, calendar] = await Promise.all([
		parent(),
		loadAgenda(locals.supabase),
		loadAddress(locals.supabase, 'facilitator', url.origin)
	]);
	if (!facilitates) notThere();
	const lines = meetups.map(({ startsAt, endsAt, timeZone, speaker, ...meetup }) => ({
		...meetup,
		day: capital(dayWords(startsAt, timeZone)),
		hours: hoursWords({ startsAt, endsAt, timeZone }),
		speaker: speaker && comesWords(speaker)
	}));
	return {
		title: m.agenda_title(),
		weeks: [...Map.groupBy(lines, ({ monday }) => monday)].map(([monday, inWeek]) => ({
			monday,
			title: weekWords(inWeek[0]!.weeksAhead, monday),
			meetups: inWeek
		})),
		calendar
	};
}

function weekWords(ahead: number, monday: string) {
	if (ahead === 0) return m.agenda_this_week();
	if (ahead === 1) return m.agenda_next_week();
	return m.agenda_week({ day: dateWords(monday) });
}

export const actions = { renew: renewAddress('facilitator'), stop: stopAddress('facilitator') };
