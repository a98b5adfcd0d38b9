import { z } from 'zod';
import { myTelephone } from '$lib/circle/schema';
import { m } from '$lib/paraglide/messages';
import { requiredLine } from '$lib/server/fields';
import { HELP_WORDS_MAX } from './schema';

type Act = 'hidden' | 'shown' | 'talked' | 'paused' | 'resumed' | 'nothing';

const answers = { yes: true, no: false, skip: null } as const;

/** Whether it felt safe; not saying it is an answer too. */
export const safety = z
	.object({
		feltSafe: z.enum(['yes', 'no', 'skip'], { error: () => m.match_safe_error() })
	})
	// What was asked of the contact person goes with a no, and is asked anew.
	.transform(({ feltSafe }) => ({
		feltSafe: answers[feltSafe],
		wantsCall: false,
		telephone: null,
		sharesWords: false
	}));

const listOf = (value: unknown) => [value ?? []].flat();

/** What the contact person may do for who did not feel safe. */
export const wishes = z
	.object({
		wishes: z.preprocess(listOf, z.array(z.enum(['call', 'words']))),
		...myTelephone.shape
	})
	// Who gives a number to ring wants to be rung.
	.transform(({ wishes, telephone }) => ({
		wantsCall: wishes.includes('call') || telephone !== null,
		telephone,
		sharesWords: wishes.includes('words')
	}));

/** One sentence of thanks. */
export const thanks = z.object({
	words: requiredLine(HELP_WORDS_MAX, () => m.match_thanks_missing())
});

/** The cards of what somebody could do for the neighbourhood. */
export const enjoyable = ['errands', 'child_minding', 'odd_job', 'community_centre'] as const;

export const enjoyment = z.object({
	enjoy: z.enum(enjoyable, { error: () => m.match_enjoy_error() })
});

/** For how many weeks the contact person can close somebody's placing. */
export const pauseWeeks = ['1', '4', '12'] as const;

/** What the contact person does about a report; a pause comes with its weeks. */
export const actOnReport = z
	.object({
		act: z.enum(
			['hidden', 'shown', 'talked', 'resumed', 'nothing', 'paused-1', 'paused-4', 'paused-12'],
			{ error: () => m.help_desk_act_error() }
		)
	})
	.transform(({ act: chosen }) => {
		const [act, weeks] = chosen.split('-') as [Act, string?];
		return { act, weeks: weeks === undefined ? null : Number(weeks) };
	});
