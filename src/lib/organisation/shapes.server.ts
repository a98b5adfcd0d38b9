import { z } from 'zod';
import { activities } from '$lib/groups/activities';
import { roles } from './roles';

const invitations = z.array(
	z.object({
		id: z.uuid(),
		role: z.enum(roles),
		firstName: z.string(),
		/** Null when somebody else asked. */
		email: z.string().nullable(),
		expiresAt: z.string()
	})
);

export const organisationShape = z.object({
	neighbourhoods: z.array(
		z.object({ name: z.string(), slug: z.string(), groups: z.number(), hasContact: z.boolean() })
	),
	organisers: z.array(z.object({ id: z.uuid(), firstName: z.string(), me: z.boolean() })),
	invitations,
	lostMails: z.array(
		z.object({
			kind: z.string(),
			neighbourhoodId: z.uuid(),
			neighbourhoodName: z.string(),
			count: z.number(),
			to: z.array(z.string())
		})
	)
});

export const neighbourhoodShape = z.object({
	id: z.uuid(),
	name: z.string(),
	slug: z.string(),
	intro: z.string(),
	timeZone: z.string(),
	centreName: z.string().nullable(),
	centreAddress: z.string().nullable(),
	/** Whether anybody lives there. */
	lives: z.boolean(),
	staff: z.array(
		z.object({
			id: z.uuid(),
			role: z.enum(roles).exclude(['organiser']),
			firstName: z.string(),
			face: z.string(),
			telephone: z.string().nullable(),
			signsIn: z.boolean()
		})
	),
	invitations,
	groups: z.array(
		z.object({
			id: z.uuid(),
			name: z.string(),
			weekday: z.number(),
			startsAt: z.string(),
			durationMinutes: z.number(),
			placeName: z.string(),
			likes: z.array(z.enum(activities)),
			likesWords: z.string().nullable(),
			capacity: z.number(),
			chairsTaken: z.number(),
			waitingCount: z.number(),
			pausedUntil: z.iso.date().nullable()
		})
	),
	/** Null where fewer than ten people are behind it. */
	totals: z.object({ meetups: z.number().nullable(), help: z.number().nullable() }),
	codes: z.array(
		z.object({
			id: z.uuid(),
			kind: z.enum(['poster', 'personal']),
			groupName: z.string().nullable(),
			madeBy: z.enum([...roles, 'resident']).nullable(),
			madeAt: z.string(),
			expiresAt: z.string()
		})
	)
});

export type NeighbourhoodPage = z.infer<typeof neighbourhoodShape>;

export const actsShape = z.array(
	z.object({
		act: z.enum([
			'opened',
			'changed',
			'closed',
			'invited',
			'withdrawn',
			'appointed',
			'ended',
			'poster_made',
			'card_made',
			'code_revoked',
			'mail_retried'
		]),
		role: z.enum(roles).nullable(),
		neighbourhoodName: z.string().nullable(),
		/** Null when they erased their account. */
		actorName: z.string().nullable(),
		personName: z.string().nullable(),
		actedAt: z.string()
	})
);

export type Act = z.infer<typeof actsShape>[number];

export const invitationShape = z.object({
	role: z.enum(roles),
	firstName: z.string(),
	email: z.string(),
	telephone: z.string().nullable(),
	neighbourhoodName: z.string().nullable(),
	invitedBy: z.string().nullable(),
	/** Whether I am signed in with the address it went to. */
	mine: z.boolean()
});

export const acceptedShape = z.object({ role: z.enum(roles), slug: z.string().nullable() });
