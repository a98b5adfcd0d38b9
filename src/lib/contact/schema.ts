import { z } from 'zod';
import { TELEPHONE } from '$lib/circle/schema';
import { m } from '$lib/paraglide/messages';
import { letter, line } from '$lib/server/fields';
import { callTimes, nuisances, nuisanceTimes, severities, talks, topics } from './kinds';

/** As many characters as the words of a request, and the line that answers it, can have. */
export const REQUEST_WORDS_MAX = 1000;
export const REQUEST_LINE_MAX = 280;

const picked = <const Values extends readonly string[]>(values: Values, none: () => string) =>
	z.enum(values, { error: none });

export const neighbourhoodAnswer = z.object({
	neighbourhoodId: z.uuid({ error: () => m.request_where_error() })
});

export const topicAnswer = z.object({ topic: picked(topics, () => m.request_about_error()) });

export const nuisanceAnswer = z.object({
	nuisance: picked(nuisances, () => m.request_about_error())
});

export const nuisanceWhenAnswer = z.object({
	nuisanceWhen: picked(nuisanceTimes, () => m.request_when_error())
});

export const severityAnswer = z.object({
	severity: picked(severities, () => m.request_severity_error())
});

export const talkAnswer = z.object({ talk: picked(talks, () => m.request_talk_error()) });

/** Own words, over as many lines as somebody likes; empty becomes null. */
export const requestWords = letter(REQUEST_WORDS_MAX).transform((text) => text || null);

export const wordsAnswer = z.object({ words: requestWords });

/** A number to be called on. */
export const telephone = line.refine((text) => TELEPHONE.test(text), {
	error: () => m.request_telephone_error()
});

/** When it suits to be called. */
export const callTime = picked(callTimes, () => m.request_call_time_error());

export const numberAnswer = z.object({
	telephone,
	callTime,
	keepNumber: z
		.literal('yes')
		.optional()
		.transform((ticked) => ticked === 'yes')
});

/** The schema of each question; what it gives is kept under the same names. */
export const answerSchemas = {
	neighbourhood: neighbourhoodAnswer,
	about: topicAnswer,
	what: nuisanceAnswer,
	when: nuisanceWhenAnswer,
	severity: severityAnswer,
	talk: talkAnswer,
	words: wordsAnswer,
	number: numberAnswer
} as const;

export const handoverAnswer = z.object({ agree: z.stringbool() });

export const helpedAnswer = z.object({ helped: z.stringbool() });
