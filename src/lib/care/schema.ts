import { z } from 'zod';
import { m } from '$lib/paraglide/messages';

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
