import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { kinds, outcomes, themes } from './kinds';

const firstName = z
	.string()
	.nullish()
	.transform((name) => name ?? m.plan_someone());
const face = z
	.string()
	.nullish()
	.transform((chosen) => chosen ?? 'initials');
const meetup = z.object({
	id: z.uuid(),
	groupName: z.string(),
	startsAt: z.string(),
	timeZone: z.string()
});

const sentence = z.object({
	id: z.uuid(),
	kind: z.enum(kinds),
	words: z.string(),
	outcome: z.enum(outcomes).nullable(),
	meetup: meetup.extend({ ended: z.boolean() }).nullable(),
	/** Ids of who can read it beside its owner. */
	readers: z.array(z.uuid())
});

const goal = z.object({
	id: z.uuid(),
	theme: z.enum(themes).nullable(),
	startsOn: z.string(),
	endsOn: z.string(),
	state: z.enum(['open', 'done', 'let_go']),
	feeling: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
	halfway: z.boolean(),
	over: z.boolean(),
	sentences: z.array(sentence)
});

/** How somebody is doing, by their own slider; `ask` when it is time to ask whether to go back. */
export const balanceShape = z
	.object({
		level: z.number(),
		words: z.string().nullable(),
		setAt: z.string(),
		ask: z.boolean()
	})
	.nullable();

/** What `plan_page` answers. */
export const planShape = z.object({
	today: z.string(),
	goals: z.array(goal),
	readers: z.array(z.object({ id: z.uuid(), firstName, face })),
	proposals: z.array(
		z.object({
			id: z.uuid(),
			kind: z.enum(kinds),
			goalId: z.uuid().nullable(),
			words: z.string(),
			firstName,
			face
		})
	),
	nextMeetups: z.array(meetup)
});

const viewer = z.object({
	id: z.uuid(),
	firstName,
	face,
	seesBalance: z.boolean(),
	callAskedAt: z.string().nullable()
});

/** What of `circle_page` the slider needs: who is in the circle, and what they see of it. */
export const balancePageShape = z.object({
	supporters: z.array(viewer.extend({ accepted: z.boolean() })),
	workers: z.array(viewer.extend({ clientTelephone: z.string().nullable() })),
	balance: balanceShape
});

/** A step at a meetup that has been, of which I have not said yet how it went. */
export const stepsToAskShape = z.array(meetup.extend({ words: z.string() }));

/** Somebody who asks me for support, or for a call. */
export const supportedShape = z.array(
	z.object({
		id: z.uuid(),
		person: z
			.object({ firstName, face })
			.nullable()
			.transform((person) => person ?? { firstName: m.plan_someone(), face: 'initials' }),
		accepted: z.boolean(),
		callAskedAt: z.string().nullable()
	})
);

export type Plan = z.output<typeof planShape>;
export type Goal = Plan['goals'][number];
export type Sentence = Goal['sentences'][number];
