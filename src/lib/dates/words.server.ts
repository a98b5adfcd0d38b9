import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns';
import { m } from '$lib/paraglide/messages';
import { getLocale, type Locale } from '$lib/paraglide/runtime';

type Span = { startsAt: string; endsAt: string; timeZone: string };

/** The date of a moment in words, in the zone given: "dinsdag 24 november". */
export function dayWords(moment: string, timeZone: string) {
	return new Intl.DateTimeFormat(intlLocale(), {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		timeZone
	}).format(new Date(moment));
}

/** A local date without a time, such as the day a pause ends: "dinsdag 24 november". */
export const dateWords = (date: string) => dayWords(`${date}T12:00:00Z`, 'UTC');

/** "vandaag", "morgen", or the date in words, seen from now in the zone given. */
export function nearDayWords(moment: string, timeZone: string, now = new Date()) {
	const days = differenceInCalendarDays(
		new TZDate(new Date(moment), timeZone),
		new TZDate(now, timeZone)
	);
	if (days === 0) return m.date_today();
	if (days === 1) return m.date_tomorrow();
	return dayWords(moment, timeZone);
}

/** From when to when, in the zone given: "van 10 tot 11.30 uur". */
export function hoursWords({ startsAt, endsAt, timeZone }: Span, locale = getLocale()) {
	const [from, to] = [startsAt, endsAt].map((moment) => clock(moment, timeZone, locale));
	return m.date_hours({ from: from ?? '', to: to ?? '' }, { locale });
}

/** A whole moment in words: "dinsdag 24 november, van 10 tot 11.30 uur". */
export function momentWords(span: Span) {
	return m.date_moment({ day: dayWords(span.startsAt, span.timeZone), hours: hoursWords(span) });
}

/** The hour of a moment on its own: "14 uur". */
export const hourWords = (moment: string, timeZone: string) =>
	m.date_hour({ hour: clock(moment, timeZone) });

/** The name of an ISO weekday, 1 is Monday. */
export function weekdayWords(weekday: number, locale = getLocale()) {
	return new Intl.DateTimeFormat(intlLocale(locale), { weekday: 'long', timeZone: 'UTC' }).format(
		new Date(Date.UTC(2024, 0, weekday))
	);
}

type Rule = { weekday: number; startsAt: string; durationMinutes: number };

/** A weekly rule in words: "elke dinsdag, van 10 tot 11.30 uur". Times are local, 'HH:MM'. */
export function ruleWords(rule: Rule, locale = getLocale()) {
	const startsAt = new Date(`2024-01-01T${rule.startsAt}:00Z`);
	const endsAt = new Date(startsAt.getTime() + rule.durationMinutes * 60_000);
	const span = {
		startsAt: startsAt.toISOString(),
		endsAt: endsAt.toISOString(),
		timeZone: 'UTC'
	};
	return m.date_rule(
		{ weekday: weekdayWords(rule.weekday, locale), hours: hoursWords(span, locale) },
		{ locale }
	);
}

/** A local 'HH:MM' as people say it: "9 uur" is given as "9", half past nine as "9.30". */
export const timeWords = (time: string) => clock(`2024-01-01T${time}:00Z`, 'UTC');

function clock(moment: string, timeZone: string, locale: Locale = getLocale()) {
	const [hours = '', minutes = ''] = new Intl.DateTimeFormat('en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		timeZone
	})
		.format(new Date(moment))
		.split(':');
	if (locale === 'en') return `${hours}:${minutes}`;
	return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}

const intlLocale = (locale = getLocale()) => (locale === 'nl' ? 'nl-NL' : 'en-GB');
