import { z } from 'zod';

const neighbour = z.object({ residentId: z.uuid(), firstName: z.string(), face: z.string() });

/** Who takes part. Without a resident id: staff; without a name: gone from that neighbourhood. */
const participant = z.object({
	id: z.uuid(),
	residentId: z.uuid().nullable(),
	firstName: z.string().nullable(),
	face: z.string(),
	me: z.boolean(),
	left: z.boolean()
});

const conversation = z.object({
	id: z.uuid(),
	ended: z.boolean(),
	muted: z.boolean(),
	timeZone: z.string(),
	people: z.array(participant)
});

/** What `conversations_page` answers. */
export const conversationsShape = z.object({
	conversations: z.array(conversation.extend({ fresh: z.boolean(), lastAt: z.string() })),
	blocked: z.array(neighbour)
});

/** What `conversation_page` answers; null to who takes no part. */
export const conversationShape = conversation
	.extend({
		lastNth: z.number(),
		seenNth: z.number(),
		matchId: z.uuid().nullable(),
		messages: z.array(
			z.object({
				id: z.uuid(),
				nth: z.number(),
				authorId: z.uuid().nullable(),
				body: z.string(),
				sentAt: z.string()
			})
		),
		older: z.number().nullable()
	})
	.nullable();

/** Of `help_post_page`: who wrote a post of the board, and who answered it. */
export const postShape = z
	.object({
		words: z.string(),
		author: neighbour,
		answers: z.array(neighbour.extend({ id: z.uuid(), line: z.string().nullable() }))
	})
	.nullable();

/** Of `match_page`: with whom I share it. */
export const matchShape = z.object({ other: neighbour }).nullable();

export type Neighbour = z.infer<typeof neighbour>;
export type Participant = z.infer<typeof participant>;
export type Conversation = NonNullable<z.infer<typeof conversationShape>>;
