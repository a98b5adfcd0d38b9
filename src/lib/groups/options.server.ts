import { timeWords, weekdayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { durations, startTimes, type DayPart } from './schema';

const durationWords: Record<(typeof durations)[number], () => string> = {
	60: m.change_duration_60,
	90: m.change_duration_90,
	120: m.change_duration_120,
	150: m.change_duration_150,
	180: m.change_duration_180
};

/** The times at which a meetup may begin, in words. */
export const timeOptions = () =>
	startTimes.map((time) => ({ value: time, label: m.date_hour({ hour: timeWords(time) }) }));

/** From and until when a meetup begins in that part of the day. */
const hours: Record<DayPart, [from: string, until: string]> = {
	morning: ['00:00', '12:00'],
	afternoon: ['12:00', '18:00'],
	evening: ['18:00', '24:00']
};

/** The times at which a meetup may begin in a part of the day, in words. */
export const timesIn = (part: DayPart) =>
	timeOptions().filter(({ value }) => value >= hours[part][0] && value < hours[part][1]);

/** What the weekly moment can be, in words. */
export const momentOptions = () => ({
	weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayWords(day) })),
	times: timeOptions(),
	durations: durations.map((minutes) => ({
		value: String(minutes),
		label: durationWords[minutes]()
	}))
});

export type MomentOptions = ReturnType<typeof momentOptions>;
