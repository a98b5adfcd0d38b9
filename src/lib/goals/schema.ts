import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { requiredLine, optionalLine } from '$lib/server/fields';
import { outcomes, themes } from './kinds';
import { starters } from './starters';

/** As many characters as a sentence of a plan can have. */
export const SENTENCE_MAX = 280;

/** How many weeks somebody can take for a plan with one tap. */
export const untilWeeks = ['4', '8', '12'] as const;

/** For how many weeks somebody can say "not these weeks" at once. */
export const skipWeeks = ['1', '2', '4'] as const;

const bare = (text: string) =>
	text
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.toLowerCase();

// The beginning that stands in the field already says nothing yet.
const onlyBegun = (text: string) =>
	Object.values(starters).some((starter) => bare(starter()) === bare(text));

const words = requiredLine(SENTENCE_MAX, () => m.plan_words_error()).refine(
	(text) => !onlyBegun(text),
	{ error: () => m.plan_words_error() }
);

const optionalWords = z.preprocess((text) => text ?? '', optionalLine(SENTENCE_MAX));

export const sentence = z.object({ words });

export const newSentence = z.object({ id: z.uuid(), words });

export const theme = z.object({
	theme: z
		.enum([...themes, 'none'], { error: () => m.plan_theme_error() })
		.transform((chosen) => (chosen === 'none' ? null : chosen))
});

/** Until when: so many weeks, or a day of one's own. Whether that day can be is known with today. */
export const until = z
	.object({
		weeks: z.enum([...untilWeeks, 'own'], { error: () => m.plan_until_choose() }),
		day: z.string().default('')
	})
	.refine(({ weeks, day }) => weeks !== 'own' || z.iso.date().safeParse(day).success, {
		path: ['day'],
		error: () => m.plan_until_error()
	});

export const lookBack = z.object({
	feeling: z
		.enum(['1', '2', '3'], { error: () => m.plan_look_back_error() })
		.transform((feeling) => Number(feeling)),
	words: optionalWords
});

export const pin = z.object({
	meetup: z.union([z.uuid(), z.literal('none')], { error: () => m.plan_pin_error() })
});

export const outcome = z.object({ sentenceId: z.uuid(), outcome: z.enum(outcomes) });

export const reader = z.object({ readerId: z.uuid(), on: z.stringbool() });

export const proposalAnswer = z.object({
	id: z.uuid(),
	sentenceId: z.uuid(),
	accept: z.stringbool()
});

export const balance = z.object({
	level: z
		.enum(['-2', '-1', '0', '1', '2'], { error: () => m.balance_error() })
		.transform((level) => Number(level)),
	words: optionalWords
});

export const weeksOff = z.object({
	weeks: z
		.enum(skipWeeks, { error: () => m.balance_skip_error() })
		.transform((weeks) => Number(weeks))
});
