import { z } from 'zod';
import { myTelephone } from '$lib/circle/schema';
import { startTimes } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { line, optionalLine, requiredLine } from '$lib/server/fields';
import { callTimes, serviceKinds } from './kinds';
import {
	nuisanceAnswer,
	nuisanceWhenAnswer,
	REQUEST_LINE_MAX,
	severityAnswer,
	talkAnswer,
	wordsAnswer
} from './schema';

export const SERVICE_NAME_MAX = 60;
export const SERVICE_ASK_MAX = 200;
export const SERVICE_HOURS_MAX = 100;
const WEBSITE_MAX = 200;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Whether a text is a day, as a date field sends it. The year 0 is one here, but not in PostgreSQL. */
export const isDay = (day: string) => z.iso.date().safeParse(day).success && day > '2000';
const day = z
	.string()
	.default('')
	.refine(isDay, { error: () => m.error_date() });

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From when to when, per day of the week: both, or neither on a day that somebody is not there. */
export const weekHours = z.record(z.string(), z.unknown()).transform((values, context) =>
	weekdays.flatMap((weekday) => {
		const [opensAt, closesAt] = [values[`opens${weekday}`], values[`closes${weekday}`]].map(
			(value) => hour.safeParse(value).data ?? ''
		);
		if (!opensAt && !closesAt) return [];
		if (opensAt && closesAt && opensAt < closesAt) return [{ weekday, opensAt, closesAt }];
		context.addIssue({
			code: 'custom',
			path: [`opens${weekday}`],
			message: m.contact_desk_hours_error()
		});
		return [];
	})
);

/** The days on which somebody is away, both included; one day when no last one is given. */
export const daysAway = z
	.object({ id: z.uuid(), day, until: z.string().default('') })
	.transform(({ id, day, until }) => ({ id, firstOn: day, lastOn: until || day }))
	.refine(({ firstOn, lastOn }) => isDay(lastOn) && lastOn >= firstOn, {
		path: ['until'],
		error: () => m.contact_desk_until_error()
	});

const breaks = { hour: 60, hours: 180, rest: null, none: 0 } as const;

/** For how many minutes somebody is not there; null for the rest of the day, none to be back. */
export const notNow = z
	.object({ span: z.enum(['hour', 'hours', 'rest', 'none']) })
	.transform(({ span }) => ({ minutes: breaks[span] }));

export const absenceId = z.object({ id: z.uuid() });

/** What the contact person does: calls today, agrees on a moment, or is done with it. */
export const deskAnswer = z
	.object({
		state: z.enum(['today', 'planned', 'closed']),
		words: z.preprocess((text) => text ?? '', optionalLine(REQUEST_LINE_MAX)),
		date: z.string().default(''),
		time: z.string().default('')
	})
	.refine(({ state, date }) => state !== 'planned' || isDay(date), {
		path: ['date'],
		error: () => m.error_date()
	})
	.refine(({ state, time }) => state !== 'planned' || startTimes.includes(time), {
		path: ['time'],
		error: () => m.error_start_time()
	})
	.transform(({ state, words, date, time }) => ({
		state,
		line: words,
		at: state === 'planned' ? { date, time } : null
	}));

/** What somebody told by telephone; when it suits to be called goes with a number alone. */
export const toldNuisance = z
	.object({
		id: z.uuid(),
		...nuisanceAnswer.shape,
		...nuisanceWhenAnswer.shape,
		...severityAnswer.shape,
		...talkAnswer.shape,
		...wordsAnswer.shape,
		...myTelephone.shape,
		callTime: z.enum(callTimes).catch('any_time')
	})
	.transform(({ severity, callTime, ...told }) => ({
		...told,
		severity: Number(severity),
		callTime: told.telephone === null ? null : callTime
	}));

const website = line
	.transform((text) => (text ? text.replace(/^(https?:\/\/)?/i, 'https://') : null))
	.refine(
		(text) =>
			text === null ||
			(/^https:\/\/[^\s"<>/]+\.[^\s"<>]+$/.test(text) && Array.from(text).length <= WEBSITE_MAX),
		{ error: () => m.contact_desk_website_error() }
	);

/** Who does what in a neighbourhood. */
export const service = z.object({
	id: z.uuid(),
	kind: z.enum(serviceKinds, { error: () => m.contact_desk_kind_error() }),
	name: requiredLine(SERVICE_NAME_MAX, () => m.contact_desk_name_error()),
	words: requiredLine(SERVICE_ASK_MAX, () => m.contact_desk_ask_error()),
	...myTelephone.shape,
	website,
	hours: optionalLine(SERVICE_HOURS_MAX)
});
