import { z } from 'zod';
import { moments } from '$lib/groups/schema';
import { speakerLanguages, speakerTopics } from './kinds';

/** A speaker, as functions answer them. */
export const speakerShape = z.object({
	id: z.uuid(),
	name: z.string(),
	organisation: z.string().nullable(),
	ownTopic: z.string().nullable(),
	topics: z.array(z.enum(speakerTopics)),
	plainLanguage: z.boolean(),
	languages: z.array(z.enum(speakerLanguages)),
	stepsFreeNeeded: z.boolean(),
	needs: z.string().nullable(),
	costCents: z.number().nullable(),
	email: z.string(),
	telephone: z.string().nullable(),
	notes: z.string().nullable(),
	archived: z.boolean(),
	freeDays: z.array(z.enum(moments.map(({ id }) => id))),
	away: z.array(z.object({ firstOn: z.string(), lastOn: z.string() }))
});

export type Speaker = z.infer<typeof speakerShape>;

/** What `speakers_page` answers; null for who is no facilitator there. */
export const bankShape = z
	.object({
		id: z.uuid(),
		name: z.string(),
		today: z.string(),
		count: z.number(),
		speakers: z.array(speakerShape)
	})
	.nullable();

/** What `speaker_page` answers; null when there is no such speaker for who asks. */
export const speakerPageShape = speakerShape.extend({ neighbourhoodId: z.uuid() }).nullable();

/** What `export_speakers` answers; null for who is no facilitator there. */
export const exportShape = z.array(speakerShape).nullable();

/** What `import_speakers` answers: how many are new, were known, and were put away before. */
export const importShape = z.object({ added: z.number(), known: z.number(), back: z.number() });
