import { z } from 'zod';
import { addedKinds } from '$lib/goals/kinds';
import { m } from '$lib/paraglide/messages';
import { requiredLine } from '$lib/server/fields';

export const WORDS_MAX = 280;
export const NEW_PLAN = 'new';

const words = requiredLine(WORDS_MAX, () => m.care_propose_empty());
const kind = z.enum(addedKinds, { error: () => m.care_propose_kind_missing() });
const goal = z.union([z.literal(NEW_PLAN), z.uuid()], {
	error: () => m.care_propose_goal_missing()
});

/** A sentence that a worker proposes: the wish of a new plan, or something beside a plan that is there. */
export const proposal = z
	.object({ words, goal, kind: kind.optional() })
	.refine(({ goal, kind }) => goal === NEW_PLAN || kind !== undefined, {
		path: ['kind'],
		error: () => m.care_propose_kind_missing()
	})
	.transform(({ words, goal, kind }) =>
		goal === NEW_PLAN || !kind
			? { words, goalId: null, kind: 'want' as const }
			: { words, goalId: goal, kind }
	);

// The year 0 is a date here, but not in PostgreSQL.
const day = z.iso
	.date({ error: () => m.error_date() })
	.refine((date) => date > '2000', { error: () => m.error_date() });

export const fromDay = z.object({ day });

export const standIn = z.object({
	day,
	by: z.uuid({ error: () => m.care_replace_missing() })
});

/** Six digits of an app on one's telephone, with the factor they prove; the secret while it is being set up. */
export const proof = z.object({
	factorId: z.uuid(),
	secret: z.string().max(200).optional(),
	digits: z
		.string()
		.transform((text) => text.replace(/\D/g, ''))
		.pipe(z.string().length(6, { error: () => m.second_factor_length() }))
});
