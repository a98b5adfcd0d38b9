import { z } from 'zod';
import { startTimes } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { optionalLine, requiredLine } from '$lib/server/fields';
import { categories, kinds, moments } from './kinds';
import { starters } from './starters';

/** As many characters as a post, or the line of an answer, can have. */
export const HELP_WORDS_MAX = 280;

const bare = (text: string) =>
	text
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.toLowerCase();

// The beginning that stands in the field already says nothing yet.
const onlyBegun = (text: string) =>
	Object.values(starters)
		.flat()
		.some((starter) => bare(starter()) === bare(text));

export const neighbourhoodAnswer = z.object({
	neighbourhoodId: z.uuid({ error: () => m.help_where_error() })
});

export const kindAnswer = z.object({ kind: z.enum(kinds, { error: () => m.help_kind_error() }) });

export const categoryAnswer = z.object({
	category: z.enum(categories, { error: () => m.help_what_error() })
});

export const wordsAnswer = z.object({
	words: requiredLine(HELP_WORDS_MAX, () => m.help_words_error()).refine(
		(text) => !onlyBegun(text),
		{ error: () => m.help_words_error() }
	)
});

// The year 0 is a date here, but not in PostgreSQL.
const isDay = (day: string) => z.iso.date().safeParse(day).success && day > '2000';
const field = z.string().default('');

/** When: any time, a day and hour, or an hour every week. Whether that day can be is known with today. */
export const momentAnswer = z
	.object({
		moment: z.enum(moments, { error: () => m.help_when_error() }),
		date: field,
		weekday: field,
		time: field
	})
	.refine(({ moment, date }) => moment !== 'once' || isDay(date), {
		path: ['date'],
		error: () => m.error_date()
	})
	.refine(({ moment, weekday }) => moment !== 'weekly' || /^[1-7]$/.test(weekday), {
		path: ['weekday'],
		error: () => m.help_weekday_error()
	})
	.refine(({ moment, time }) => moment === 'any_time' || startTimes.includes(time), {
		path: ['time'],
		error: () => m.error_start_time()
	})
	.transform(({ moment, date, weekday, time }) => ({
		moment,
		onDate: moment === 'once' ? date : null,
		weekday: moment === 'weekly' ? Number(weekday) : null,
		atTime: moment === 'any_time' ? null : time
	}));

const NEIGHBOURHOOD = 'neighbourhood' as const;

/** Who may see it: everybody in the neighbourhood, or one group. */
export const audienceAnswer = z
	.object({
		audience: z.union([z.literal(NEIGHBOURHOOD), z.uuid()], { error: () => m.help_who_error() })
	})
	.transform(({ audience: chosen }) =>
		chosen === NEIGHBOURHOOD
			? { audience: NEIGHBOURHOOD, groupId: null }
			: { audience: 'group' as const, groupId: chosen }
	);

/** The line with which somebody answers a post. */
export const answer = z.object({
	words: z.preprocess((text) => text ?? '', optionalLine(HELP_WORDS_MAX))
});

/** The same, of which post, and how that stood on the page with the button. */
export const answerToPost = answer.extend({
	postId: z.uuid(),
	version: z.coerce.number().int().positive()
});

export const answerId = z.object({ answerId: z.uuid() });

export const choice = z.object({ answerId: z.uuid(), choice: z.enum(['yes', 'no']) });

export const proposal = z.object({ accept: z.stringbool() });

/** What a search through the board may ask for; what makes no sense is not asked for. */
export const boardFilter = z.object({
	kind: z.enum(kinds).optional().catch(undefined),
	category: z.enum(categories).optional().catch(undefined),
	weekday: z.coerce.number().int().min(1).max(7).optional().catch(undefined),
	group: z.uuid().optional().catch(undefined)
});

/** From where the older posts begin. */
export const boardFrom = z
	.object({ before: z.iso.datetime({ offset: true }), before_id: z.uuid() })
	.partial()
	.catch({});

/** The schema of each question; what it gives is kept under the same names. */
export const answerSchemas = {
	neighbourhood: neighbourhoodAnswer,
	kind: kindAnswer,
	what: categoryAnswer,
	words: wordsAnswer,
	when: momentAnswer,
	who: audienceAnswer
} as const;
