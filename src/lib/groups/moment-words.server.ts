import { weekdayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import type { DayPart } from './schema';

/** What a part of the day is called. */
export const partWords: Record<DayPart, () => string> = {
	morning: m.moment_part_morning,
	afternoon: m.moment_part_afternoon,
	evening: m.moment_part_evening
};

const words = {
	morning: m.moment_morning,
	afternoon: m.moment_afternoon,
	evening: m.moment_evening
};

/** A moment of the week in words: "dinsdagochtend". */
export const weekMomentWords = ({ weekday, part }: { weekday: number; part: DayPart }) =>
	words[part]({ day: weekdayWords(weekday) });
