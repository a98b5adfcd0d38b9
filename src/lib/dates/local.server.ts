import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';

/** The local date of a moment, some days on, as a date field wants it: "2026-11-24". */
export const localDate = (moment: string | Date, timeZone: string, days = 0) =>
	format(addDays(new TZDate(new Date(moment), timeZone), days), 'yyyy-MM-dd');

/** The local time of a moment: "14:30". */
export const localTime = (moment: string | Date, timeZone: string) =>
	format(new TZDate(new Date(moment), timeZone), 'HH:mm');
