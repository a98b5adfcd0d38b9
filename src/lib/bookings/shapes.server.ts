import { z } from 'zod';
import { speakerTopics } from '$lib/speakers/kinds';

const subject = z.object({ topic: z.enum(speakerTopics), words: z.string().nullable() });
const day = z.object({ meetupId: z.uuid(), startsAt: z.string(), endsAt: z.string() });
const askedDay = day.extend({ free: z.boolean() });

/** Who comes to a meetup to tell about something. */
export const speakerAtShape = subject.extend({ name: z.string() }).nullable();

/** What a group wishes, who comes, and whom to thank. */
export const groupSpeakerShape = z
	.object({
		wish: subject
			.extend({
				id: z.uuid(),
				bookingId: z.uuid().nullable(),
				name: z.string().nullable(),
				startsAt: z.string().nullable()
			})
			.nullable(),
		thanks: subject.extend({ bookingId: z.uuid(), name: z.string(), said: z.boolean() }).nullable()
	})
	.nullable();

/** Wishes for which no speaker is certain, on Overzicht. */
export const speakerTasksShape = z.array(
	subject.extend({
		id: z.uuid(),
		groupName: z.string(),
		timeZone: z.string(),
		state: z.enum(['asked', 'call']),
		speaker: z.string().nullable(),
		telephone: z.string().nullable(),
		day: z.string().nullable()
	})
);

/** What `wish_page` answers; null for who is no facilitator there. */
export const wishShape = subject
	.extend({
		id: z.uuid(),
		groupId: z.uuid(),
		groupName: z.string(),
		timeZone: z.string(),
		refused: z.array(z.uuid()),
		booking: z
			.object({
				id: z.uuid(),
				state: z.enum(['asked', 'call', 'booked']),
				askedAt: z.string(),
				speaker: z.string(),
				telephone: z.string().nullable(),
				email: z.string(),
				startsAt: z.string().nullable(),
				asker: z.string().nullable(),
				days: z.array(askedDay)
			})
			.nullable(),
		speakers: z.array(
			z.object({
				id: z.uuid(),
				name: z.string(),
				organisation: z.string().nullable(),
				ownTopic: z.string().nullable(),
				stepsFreeNeeded: z.boolean(),
				plainLanguage: z.boolean(),
				needs: z.string().nullable(),
				costCents: z.number().nullable(),
				topics: z.array(z.enum(speakerTopics)),
				days: z.array(day)
			})
		)
	})
	.nullable();

/** What `booking_page` answers; null for every link that does not work. */
export const bookingShape = subject
	.extend({
		state: z.enum(['asked', 'call', 'booked']),
		speaker: z.string(),
		neighbourhoodName: z.string(),
		timeZone: z.string(),
		placeName: z.string(),
		address: z.string().nullable(),
		capacity: z.number(),
		asker: z.string().nullable(),
		days: z.array(askedDay)
	})
	.nullable();

export type SpeakerAt = NonNullable<z.infer<typeof speakerAtShape>>;
export type SpeakerTask = z.infer<typeof speakerTasksShape>[number];
export type Wish = NonNullable<z.infer<typeof wishShape>>;
