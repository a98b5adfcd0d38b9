import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { optionalLine } from '$lib/server/fields';
import { speakerTopics } from '$lib/speakers/kinds';

export const DAYS_MAX = 3;

/** About what a group would like somebody to come; something else has words. */
export const wish = z
	.object({
		topic: z.enum(speakerTopics, { error: () => m.booking_topic_choose() }),
		words: optionalLine(60).default(null)
	})
	.refine(({ topic, words }) => topic !== 'own' || words, {
		error: () => m.booking_wish_words_error(),
		path: ['words']
	})
	.transform(({ topic, words }) => ({ topic, words: topic === 'own' ? words : null }));

/** For which of the group's meetups a speaker is asked. */
export const question = z.object({
	id: z.uuid(),
	days: z.preprocess(
		(value) => [value ?? []].flat(),
		z
			.array(z.uuid())
			.min(1, { error: () => m.booking_days_choose() })
			.max(DAYS_MAX, { error: () => m.booking_days_choose() })
	)
});

/** One of the days, on a button of its own. */
export const oneDay = z.object({ meetupId: z.uuid() });

/** Why it does not go on, if anybody wants to say. */
export const whyNot = z.object({ reason: optionalLine(200).default(null) });

/** Whom to thank. */
export const thanks = z.object({ bookingId: z.uuid() });
