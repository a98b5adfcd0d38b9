import { z } from 'zod';
import { addedKinds } from '$lib/goals/kinds';
import { SENTENCE_MAX } from '$lib/goals/schema';
import { m } from '$lib/paraglide/messages';
import { line, requiredLine } from '$lib/server/fields';

export const NAME_MAX = 40;
export const NEW_PLAN = 'new';
export const TELEPHONE = /^\+?[0-9][0-9 -]{2,18}$/;

/** Whom I ask by what I call them. */
export const someoneNamed = z.object({
	name: requiredLine(NAME_MAX, () => m.circle_someone_empty())
});

export const neighbourAsked = z.object({
	residentId: z.uuid({ error: () => m.circle_ask_missing() })
});

/** A code for the circle as people type it: spaces, dots and dashes between the eight digits. */
export const circleCode = z
	.string()
	.transform((text) => text.replace(/[\s.-]/g, ''))
	.pipe(z.string().regex(/^\d{8}$/, { error: () => m.circle_code_length() }));

export const oneView = z.object({
	what: z.enum(['balance', 'next_meetup']),
	sees: z.stringbool()
});

export const callWish = z.object({ asked: z.stringbool() });

/** A telephone number that may stay empty; empty becomes null. */
export const myTelephone = z.object({
	telephone: line
		.transform((text) => text || null)
		.refine((text) => text === null || TELEPHONE.test(text), {
			error: () => m.circle_telephone_wrong()
		})
});

/** Which text somebody read before they agreed; none for who becomes a supporter. */
export const agreement = z.object({
	version: z
		.string()
		.regex(/^\d{1,4}$/)
		.transform(Number)
		.optional()
		.catch(undefined)
});

export const likewise = z.object({ relationId: z.uuid(), agreed: z.stringbool() });

export const supportAnswer = z.object({ id: z.uuid(), accept: z.stringbool() });

const proposedWords = requiredLine(SENTENCE_MAX, () => m.circle_propose_empty());
const proposedKind = z.enum(addedKinds, { error: () => m.circle_propose_kind_missing() });
const besideGoal = z.union([z.literal(NEW_PLAN), z.uuid()], {
	error: () => m.circle_propose_goal_missing()
});

/** A sentence for somebody else: the wish of a new plan, or something beside a plan that is there. */
export const proposal = z
	.object({ words: proposedWords, goal: besideGoal, kind: proposedKind.optional() })
	.refine(({ goal, kind }) => goal === NEW_PLAN || kind !== undefined, {
		path: ['kind'],
		error: () => m.circle_propose_kind_missing()
	})
	.transform(({ words, goal, kind }) =>
		goal === NEW_PLAN || !kind
			? { words, goalId: null, kind: 'want' as const }
			: { words, goalId: goal, kind }
	);
