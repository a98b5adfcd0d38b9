import { z } from 'zod';
import { firstName } from '$lib/account/schema';
import { myTelephone } from '$lib/circle/schema';
import { m } from '$lib/paraglide/messages';
import { optionalLine } from '$lib/server/fields';

/** Signed up, and in no Buurtplein yet. */
export const NO_GROUP = 'none';

export const nameAnswer = z.object({ firstName });

/** How to reach somebody, both of which may stay empty. */
export const reachAnswer = z.object({ ...myTelephone.shape, words: optionalLine(120) });

export const groupAnswer = z.object({
	groupId: z.union([z.uuid(), z.literal(NO_GROUP)], { error: () => m.door_group_error() })
});

/** The schema of each question; what it gives is kept under the same names. */
export const answerSchemas = { name: nameAnswer, reach: reachAnswer, group: groupAnswer } as const;

/** The questions at the door, in their order. */
export const parts = ['name', 'reach', 'group'] as const;
export type Part = (typeof parts)[number];

/** Done together with the one it is about. */
export const together = z.object({ together: z.literal('yes', { error: () => m.door_tick() }) });

export const changedNeighbour = nameAnswer.extend(reachAnswer.shape);

/** To which Buurtplein somebody moves, at their wish when they do not say it themselves. */
export const moveAnswer = z.object({
	groupId: z.uuid({ error: () => m.door_group_error() }),
	wish: z.literal('yes', { error: () => m.door_tick() })
});

export const moveQuestion = z.object({ groupId: z.uuid({ error: () => m.door_group_error() }) });

export const answerFor = z.object({ residentId: z.uuid(), comes: z.stringbool() });
