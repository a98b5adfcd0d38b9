import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { optionalLine } from '$lib/server/fields';
import { activities, type Activity } from './activities';

export const WORDS_MAX = 80;

const oneOrMore = z
	.union([z.array(z.enum(activities)), z.enum(activities).transform((activity) => [activity])])
	.default([]);

/** What somebody taps: any number of cards, with own words when "something else" is among them. */
export const wishes = z
	.object({ activity: oneOrMore, words: optionalLine(WORDS_MAX).default(null) })
	.refine(({ activity, words }) => !activity.includes('other') || words, {
		error: () => m.error_words_needed(),
		path: ['words']
	});

/** The choice of the group, or none to choose again. The words are those of whoever wished it. */
export const choice = z.object({
	activity: z.enum(activities).optional(),
	wishedWords: optionalLine(WORDS_MAX).default(null)
});

/** Says which activities I like and which no longer, for one meetup. */
export async function saveWishes(
	supabase: App.Locals['supabase'],
	meetupId: string,
	wanted: readonly Activity[],
	words: string | null
) {
	await call(supabase, 'wish_activities', {
		meetup_id: meetupId,
		activities: [...wanted],
		words: wanted.includes('other') ? words : null
	});
}
