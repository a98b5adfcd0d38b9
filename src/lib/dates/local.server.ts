import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';

/** The local date of a moment, some days on, as a date field wants it: "2026-11-24". */
export const localDate = (moment: string | Date, timeZone: string, days = 0) =>
	format(addDays(new TZDate(new Date(moment), timeZone), days), 'yyyy-MM-dd');

/** The local time of a moment: "14:30". */
export const localTime = (moment: string | Date, timeZone: string) =>
	format(new TZDate(new Date(moment), timeZone), 'HH:mm');

/** A local day and hour as the moment it is in that zone. */
export function momentAt({ date, time }: { date: string; time: string }, timeZone: string) {
	const [year = 0, month = 1, day] = date.split('-').map(Number);
	const [hour, minute] = time.split(':').map(Number);
	return new TZDate(year, month - 1, day ?? 1, hour ?? 0, minute ?? 0, timeZone).toISOString();
}
