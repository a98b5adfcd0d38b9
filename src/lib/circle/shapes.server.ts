import { z } from 'zod';

const person = z.object({ firstName: z.string(), face: z.string() });
const sees = { seesBalance: z.boolean(), seesNextMeetup: z.boolean() };
const callAskedAt = z.string().nullable();

/** What any reader sees of a plan, the same for all; `person` is null who lives in no neighbourhood. */
export const sharedShape = z.object({
	person: person.nullable(),
	goals: z.array(
		z.array(
			z.object({
				id: z.uuid(),
				goalId: z.uuid(),
				kind: z.enum(['want', 'can', 'need', 'step', 'look_back']),
				words: z.string()
			})
		)
	),
	balance: z
		.object({ level: z.number(), words: z.string().nullable(), setAt: z.string() })
		.nullable(),
	nextMeetup: z
		.object({
			groupName: z.string(),
			placeName: z.string(),
			startsAt: z.string(),
			endsAt: z.string(),
			timeZone: z.string()
		})
		.nullable()
});

export type Shared = z.infer<typeof sharedShape>;

/** What `seen_by` answers; null when the reader is nobody of mine. */
export const seenShape = sharedShape.extend({ reader: person }).nullable();

/** What `supported_page` answers. */
export const supportedShape = sharedShape.extend({ callAskedAt });

const worker = person.extend({
	id: z.uuid(),
	telephone: z.string().nullable(),
	email: z.string().nullable(),
	organisation: z.string(),
	startedOn: z.string(),
	endedOn: z.string().nullable(),
	active: z.boolean(),
	consentGivenAt: z.string(),
	clientTelephone: z.string().nullable(),
	callAskedAt,
	replaces: z.string().nullable(),
	...sees
});

const supporter = person.extend({
	id: z.uuid(),
	accepted: z.boolean(),
	byCode: z.boolean(),
	callAskedAt,
	...sees
});

/** What `circle_page` answers. */
export const circleShape = z.object({
	workers: z.array(worker),
	supporters: z.array(supporter),
	supported: z.array(
		z.object({ id: z.uuid(), person: person.nullable(), accepted: z.boolean(), callAskedAt })
	),
	neighbours: z.array(person.extend({ residentId: z.uuid() }))
});

export type Circle = z.infer<typeof circleShape>;
export type Worker = Circle['workers'][number];

/** What `look_up_circle_code` answers: whom a code is about. Null when it does not work. */
export const circleCodeShape = z
	.discriminatedUnion('kind', [
		z.object({ kind: z.literal('supporter'), person: person.nullable() }),
		z.object({
			kind: z.literal('worker'),
			person,
			organisation: z.string(),
			version: z.number()
		})
	])
	.nullable();
