import { TZDate } from '@date-fns/tz';
import {
	addDays,
	differenceInCalendarDays,
	format,
	getISODay,
	hoursToMilliseconds,
	isWeekend,
	set,
	startOfDay
} from 'date-fns';
import { dutchHolidays } from '../../supabase/local/holidays.ts';

export const ZONE = 'Europe/Amsterdam';

/** Somebody who can be reached: minutes after local midnight by weekday, local dates, one moment. */
export type Reachable = {
	hours: Record<number, [opens: number, closes: number]>;
	absences: [first: string, last: string][];
	notNowUntil: number | null;
};
type Window = { opens: number; closes: number };

const holidays = new Set(
	[2025, 2026, 2027, 2028].flatMap((year) => dutchHolidays(year).map(({ on }) => on))
);

const local = (moment: number) => new TZDate(moment, ZONE);
const dateOf = (moment: Date) => format(moment, 'yyyy-MM-dd');
const isAbsent = ({ absences }: Reachable, date: string) =>
	absences.some(([first, last]) => first <= date && date <= last);

/** When somebody is there, from a moment on, for so many days. */
export function windows(person: Reachable, now: number, days: number): Window[] {
	const found: Window[] = [];
	for (let nth = 0; nth <= days; nth++) {
		const day = addDays(startOfDay(local(now)), nth);
		const hours = person.hours[getISODay(day)];
		if (!hours || holidays.has(dateOf(day)) || isAbsent(person, dateOf(day))) continue;
		const [opens, closes] = hours.map((minutes) =>
			set(day, { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).getTime()
		) as [number, number];
		const from = Math.max(opens, person.notNowUntil ?? 0);
		if (closes > Math.max(now, from)) found.push({ opens: from, closes });
	}
	return found;
}

/** What the card says of somebody. */
export function cardNow(person: Reachable, now: number) {
	const [first] = windows(person, now, 14);
	return first
		? {
				here: first.opens <= now,
				inDays: differenceInCalendarDays(local(first.opens), local(now)),
				from: format(local(first.opens), 'HH:mm'),
				until: format(local(first.closes), 'HH:mm')
			}
		: null;
}

/** Whether somebody said that they are not there; out of hours is something else. */
export const isAway = (person: Reachable, now: number) =>
	(person.notNowUntil ?? 0) > now || isAbsent(person, dateOf(local(now)));

/** Who gets what is asked now. */
export function whoAnswers(main: Reachable, standIn: Reachable, now: number) {
	if (!isAway(main, now)) return 'contact_person';
	if (!isAway(standIn, now)) return 'stand_in';
	const back = (person: Reachable) => windows(person, now, 60)[0]?.opens ?? Infinity;
	return back(standIn) < back(main) ? 'stand_in' : 'contact_person';
}

/** A working day of somebody from now, and of everybody at most. */
export function readBy(person: Reachable, now: number) {
	const [first, second] = windows(person, now, 60);
	if (!first || !second) return Math.min(latest(now), now + hoursToMilliseconds(24));
	const into = Math.max(0, now - first.opens);
	return Math.min(latest(now), second.opens + into, second.closes);
}

/** Five o'clock on the next day on which people work. */
function latest(now: number) {
	let day = addDays(startOfDay(local(now)), 1);
	while (isWeekend(day) || holidays.has(dateOf(day))) day = addDays(day, 1);
	return set(day, { hours: 17 }).getTime();
}
