import { z } from 'zod';
import { speakerAtShape } from '$lib/bookings/shapes.server';

const entry = z.object({
	uid: z.string(),
	sequence: z.number(),
	changedAt: z.string(),
	startsAt: z.string(),
	endsAt: z.string(),
	timeZone: z.string(),
	cancelled: z.boolean(),
	/** For a facilitator alone. */
	group: z
		.object({ name: z.string(), placeName: z.string(), speaker: z.string().nullable() })
		.nullable()
});

export type Entry = z.infer<typeof entry>;

/** What `calendar_entry` answers; null when this person does not go there. */
export const entryShape = entry.nullable();

/** What `calendar_feed` answers; null for an address that is not one. */
export const feedShape = z
	.object({
		kind: z.enum(['own', 'facilitator']),
		language: z.enum(['nl', 'en']),
		entries: z.array(entry)
	})
	.nullable();

/** What `my_calendars` answers: the secret part of each address that there is. */
export const calendarsShape = z.object({
	own: z.string().optional(),
	facilitator: z.string().optional()
});

/** What `agenda_page` answers. */
export const agendaShape = z.array(
	z.object({
		id: z.uuid(),
		groupName: z.string(),
		placeName: z.string(),
		startsAt: z.string(),
		endsAt: z.string(),
		timeZone: z.string(),
		state: z.enum(['planned', 'moved', 'cancelled', 'paused']),
		speaker: speakerAtShape,
		weeksAhead: z.number(),
		monday: z.string()
	})
);
