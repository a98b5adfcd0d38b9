import { z } from 'zod';

const hours = z.object({ weekday: z.number(), opensAt: z.string(), closesAt: z.string() });

/** The contact person or the stand-in, as every page may show them. */
export const contactShape = z.object({
	role: z.enum(['contact_person', 'stand_in']),
	firstName: z.string(),
	face: z.string(),
	telephone: z.string().nullable(),
	hours: z.array(hours)
});

export type Contact = z.infer<typeof contactShape>;
