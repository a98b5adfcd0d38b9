import { z } from 'zod';

const hours = z.object({ weekday: z.number(), opensAt: z.string(), closesAt: z.string() });

/** The contact person or the stand-in, as every page may show them. */
export const contactShape = z.object({
	role: z.enum(['contact_person', 'stand_in']),
	firstName: z.string(),
	face: z.string(),
	telephone: z.string().nullable(),
	hours: z.array(hours),
	/** The first time they are there, by the clock of the neighbourhood; null when not within two weeks. */
	now: z
		.object({ here: z.boolean(), inDays: z.number(), from: z.string(), until: z.string() })
		.nullable()
});

export type Contact = z.infer<typeof contactShape>;

/** What the top of a page needs of them. */
export type ContactFace = Pick<Contact, 'role' | 'firstName' | 'face'>;
