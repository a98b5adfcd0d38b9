import { z } from 'zod';
import { contactShape } from '$lib/neighbourhood/contact';
import { Constants } from '$lib/server/database.types';
import { helpMomentShape, personShape, postShape, proposerShape } from './shapes.server';

const enums = Constants.public.Enums;
const { kind, category } = postShape.shape;
const about = { kind, category };
const person = personShape.pick({ firstName: true, face: true });

const postLine = postShape.extend({
	id: z.uuid(),
	state: z.enum(['proposed', 'open', 'resting']),
	groupName: z.string().nullable(),
	ask: z.boolean(),
	hidden: z.boolean(),
	proposer: proposerShape,
	undecided: z.boolean()
});

const matchLine = postShape.extend({
	id: z.uuid(),
	state: z.enum(['introducing', 'active']),
	iHelp: z.boolean(),
	other: personShape,
	nextOn: z.string().nullable(),
	fresh: z.boolean(),
	ask: z.boolean()
});

const answerLine = z.object({
	id: z.uuid(),
	postId: z.uuid().nullable(),
	...about,
	words: z.string(),
	line: z.string().nullable(),
	/** The moment and version of a post that changed since; null where nothing is asked. */
	changed: helpMomentShape.extend({ version: z.number() }).nullable(),
	author: person
});

const reportAct = z.enum(enums.report_act);
const reportSubject = z.enum(enums.report_subject);

/** What `my_help_page` answers. */
export const myHelpShape = z.object({
	posts: z.array(postLine),
	answers: z.array(answerLine),
	matches: z.array(matchLine),
	measures: z.array(
		z.object({
			reportId: z.uuid(),
			act: z.enum(['hidden', 'paused', 'resumed']),
			until: z.string().nullable(),
			actedAt: z.string(),
			timeZone: z.string(),
			postWords: z.string().nullable(),
			appealedAt: z.string().nullable()
		})
	),
	reports: z.array(
		z.object({
			id: z.uuid(),
			subject: reportSubject,
			copied: z.string().nullable(),
			reportedAt: z.string(),
			timeZone: z.string(),
			firstName: z.string(),
			acts: z.array(z.object({ act: reportAct }))
		})
	),
	asked: z.boolean()
});

export type MyHelp = z.infer<typeof myHelpShape>;
export type MyPost = z.infer<typeof postLine>;
export type MyAnswer = z.infer<typeof answerLine>;
export type MyMatch = z.infer<typeof matchLine>;

/** What `today_page` says of help; null when there is nothing. */
export const helpTodayShape = z
	.object({
		questions: z.array(postLine),
		proposals: z.array(postLine),
		answered: z.array(postLine),
		changed: z.array(answerLine),
		reflect: z.array(matchLine),
		fresh: z.boolean()
	})
	.nullable();

export type HelpToday = z.infer<typeof helpTodayShape>;

/** What `match_page` answers; null for whom it is not of. */
export const matchShape = z
	.object({
		id: z.uuid(),
		state: z.enum(['introducing', 'active', 'stopped']),
		...about,
		words: z.string().nullable(),
		iHelp: z.boolean(),
		other: personShape,
		...helpMomentShape.shape,
		dates: z.array(z.object({ onDate: z.string(), off: z.boolean(), mine: z.boolean() })),
		firstTime: z.boolean(),
		conversationId: z.uuid().nullable(),
		mayReflect: z.boolean(),
		reflection: z
			.object({
				feeling: z.union([z.literal(1), z.literal(2), z.literal(3)]),
				words: z.string().nullable(),
				feltSafe: z.boolean().nullable(),
				wantsCall: z.boolean(),
				telephone: z.string().nullable(),
				sharesWords: z.boolean(),
				enjoy: category.nullable()
			})
			.nullable(),
		thanks: z.array(z.object({ words: z.string(), mine: z.boolean() })),
		contact: z.array(contactShape)
	})
	.nullable();

export type Match = NonNullable<z.infer<typeof matchShape>>;

/** What `help_desk` answers: each neighbourhood where I work, and what there is for me to do. */
export const helpDeskShape = z.array(
	z.object({
		id: z.uuid(),
		name: z.string(),
		timeZone: z.string(),
		today: z.string(),
		contact: z.boolean(),
		people: z.array(
			person.extend({
				residentId: z.uuid(),
				asked: z.boolean(),
				telephone: z.string().nullable(),
				askedAt: z.string().nullable()
			})
		),
		proposals: z.array(
			person.extend({
				id: z.uuid(),
				...postShape.shape,
				proposedAt: z.string()
			})
		),
		introductions: z.array(z.object({ matchId: z.uuid(), helper: person, helped: person })),
		unsafe: z.array(
			person.extend({
				id: z.uuid(),
				otherFirstName: z.string(),
				category,
				wantsCall: z.boolean(),
				telephone: z.string().nullable(),
				words: z.string().nullable(),
				writtenAt: z.string()
			})
		),
		reports: z.array(
			z.object({
				id: z.uuid(),
				subject: reportSubject,
				reason: z.enum(enums.report_reason),
				words: z.string().nullable(),
				copied: z.string().nullable(),
				reportedAt: z.string(),
				reporter: person,
				about: person,
				mayHide: z.boolean(),
				mayShow: z.boolean(),
				mayResume: z.boolean(),
				appealedAt: z.string().nullable(),
				appealWords: z.string().nullable(),
				acts: z.array(
					z.object({
						act: reportAct,
						until: z.string().nullable(),
						actedAt: z.string(),
						firstName: z.string().nullable()
					})
				)
			})
		)
	})
);

export type HelpDesk = z.infer<typeof helpDeskShape>[number];
export type Report = HelpDesk['reports'][number];
