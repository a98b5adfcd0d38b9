import { addDays, formatISO, parseISO } from 'date-fns';

type Period = { startsOn: string; endsOn: string };

const A_YEAR = 366;
const FOUR_WEEKS = 28;

/** A date some days on: "2026-11-24". */
export const daysOn = (date: string, days: number) =>
	formatISO(addDays(parseISO(date), days), { representation: 'date' });

/** Four weeks more, from today when the end has been. After a year a new period begins today. */
export function longer({ startsOn, endsOn }: Period, today: string): Period {
	const end = daysOn(endsOn > today ? endsOn : today, FOUR_WEEKS);
	if (end <= daysOn(startsOn, A_YEAR)) return { startsOn, endsOn: end };
	const year = daysOn(today, A_YEAR);
	return { startsOn: today, endsOn: end < year ? end : year };
}

/** Whether a plan that began on a day can end on another. */
export const canEnd = (endsOn: string, startsOn: string, today: string) =>
	endsOn > today && endsOn <= daysOn(startsOn, A_YEAR);
