import { TZDate } from '@date-fns/tz';
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { m } from '$lib/paraglide/messages';
import type { Entry } from './shapes.server';
import { timeZoneBlock } from './time-zone.server';

const HOUR = 3600;

type Locale = 'nl' | 'en';

/**
 * Entries as an iCalendar file. The same entries give the same bytes: what changes in it is what
 * changed. A neighbour's say neither what nor where: a calendar is often seen by others too.
 */
export function calendarFile(entries: readonly Entry[], host: string, locale: Locale) {
	const years = entries.map(({ startsAt }) => new Date(startsAt).getUTCFullYear());
	const calendar = ical({
		prodId: { company: 'Buurtplein', product: 'Buurtplein', language: locale },
		name: 'Buurtplein',
		method: ICalCalendarMethod.PUBLISH,
		ttl: HOUR,
		// Without a name: moments of change are in UTC, as they have to be.
		timezone: {
			name: null,
			generator: (zone) => timeZoneBlock(zone, Math.min(...years) - 1, Math.max(...years) + 1)
		}
	});
	for (const entry of entries) {
		calendar.createEvent({
			id: `${entry.uid}@${host}`,
			sequence: entry.sequence,
			stamp: new Date(entry.changedAt),
			lastModified: new Date(entry.changedAt),
			start: new TZDate(entry.startsAt, entry.timeZone),
			end: new TZDate(entry.endsAt, entry.timeZone),
			timezone: entry.timeZone,
			summary: entry.group?.name ?? 'Buurtplein',
			location: entry.group?.placeName,
			description: entry.group?.speaker
				? m.calendar_entry_speaker({ name: entry.group.speaker }, { locale })
				: m.calendar_entry({}, { locale }),
			status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			class: ICalEventClass.PRIVATE
		});
	}
	return calendar.toString();
}
