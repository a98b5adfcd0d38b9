import { z } from 'zod';
import { contactShape } from '$lib/neighbourhood/contact';
import { categories, kinds, moments } from './kinds';

/** When help is wanted or given; times are local. */
export const helpMomentShape = z.object({
	moment: z.enum(moments),
	onDate: z.string().nullable(),
	weekday: z.number().nullable(),
	atTime: z.string().nullable()
});

export const personShape = z.object({
	residentId: z.uuid(),
	firstName: z.string(),
	face: z.string()
});

/** Somebody of the staff who wrote a post for me. */
export const proposerShape = z.object({ firstName: z.string(), face: z.string() }).nullable();

/** What every post says. */
export const postShape = z.object({
	kind: z.enum(kinds),
	category: z.enum(categories),
	words: z.string(),
	...helpMomentShape.shape
});

const groups = z.array(z.object({ id: z.uuid(), name: z.string() }));

/** What `help_page` answers. */
export const boardShape = z.object({
	posts: z.array(
		postShape.extend({
			id: z.uuid(),
			groupName: z.string().nullable(),
			author: personShape,
			mine: z.boolean(),
			answered: z.boolean()
		})
	),
	next: z.object({ before: z.string(), beforeId: z.uuid() }).nullable(),
	groups
});

/** What `help_post_page` answers; null when the post is not there for this person. */
export const postPageShape = postShape
	.extend({
		id: z.uuid(),
		groupId: z.uuid().nullable(),
		groupName: z.string().nullable(),
		audience: z.enum(['neighbourhood', 'group']),
		version: z.number(),
		neighbourhoodId: z.uuid(),
		neighbourhoodName: z.string(),
		state: z.enum(['proposed', 'open', 'resting', 'withdrawn']),
		author: personShape,
		mine: z.boolean(),
		ask: z.boolean(),
		hidden: z.boolean(),
		proposer: proposerShape,
		mayAnswer: z.boolean(),
		answer: z
			.object({
				id: z.uuid(),
				line: z.string().nullable(),
				matchId: z.uuid().nullable(),
				outdated: z.boolean()
			})
			.nullable(),
		answers: z.array(
			personShape.extend({
				id: z.uuid(),
				line: z.string().nullable(),
				choice: z.enum(['yes', 'no']).nullable(),
				matchId: z.uuid().nullable(),
				outdated: z.boolean()
			})
		),
		contact: z.array(contactShape)
	})
	.nullable();

/** What `help_new_page` answers: the neighbourhoods where I live. */
export const placesShape = z.array(
	z.object({
		id: z.uuid(),
		name: z.string(),
		today: z.string(),
		groups,
		pausedUntil: z.string().nullable(),
		asked: z.boolean(),
		contact: z.array(contactShape)
	})
);

export type HelpMoment = z.infer<typeof helpMomentShape>;
export type Post = z.infer<typeof postShape>;
export type PostPage = NonNullable<z.infer<typeof postPageShape>>;
export type Place = z.infer<typeof placesShape>[number];
