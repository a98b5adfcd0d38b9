import { z } from 'zod';
import { groupSpeakerShape, speakerAtShape, speakerTasksShape } from '$lib/bookings/shapes.server';
import { myRequestShape } from '$lib/contact/shapes.server';
import { speakerTopics } from '$lib/speakers/kinds';
import { balanceShape, stepsToAskShape, supportedShape } from '$lib/goals/shapes.server';
import { helpTodayShape } from '$lib/help/my-shapes.server';
import { activities } from './activities';

const activity = z.enum(activities).nullable();
const person = z.object({ firstName: z.string(), face: z.string() });
const requester = person.extend({ residentId: z.uuid() });
const standing = z.enum(['host', 'member', 'waiting', 'asked']).nullable();

const rule = z.object({ weekday: z.number(), startsAt: z.string(), durationMinutes: z.number() });
const chairs = z.object({
	capacity: z.number(),
	chairsTaken: z.number(),
	waitingCount: z.number()
});
const moment = z.object({ startsAt: z.string(), endsAt: z.string(), timeZone: z.string() });
const state = z.enum(['planned', 'moved', 'cancelled', 'paused']);
const choice = z.object({ activity, activityWords: z.string().nullable() });
const plannedChoice = choice.extend({ speaker: speakerAtShape });
const pastChoice = choice.extend({ startsAt: z.string() });

/** What `groups_page` answers: one line a Buurtplein. */
export const groupsShape = z.array(
	z.object({
		id: z.uuid(),
		name: z.string(),
		neighbourhoodName: z.string(),
		...rule.shape,
		placeName: z.string(),
		likes: z.array(z.enum(activities)),
		likesWords: z.string().nullable(),
		...chairs.shape,
		pausedUntil: z.string().nullable(),
		mine: standing
	})
);

/** What `group_page` answers; null when the group is not there for this person. */
export const groupShape = z
	.object({
		id: z.uuid(),
		name: z.string(),
		...rule.shape,
		placeName: z.string(),
		address: z.string().nullable(),
		likes: z.array(z.enum(activities)),
		likesWords: z.string().nullable(),
		...chairs.shape,
		pausedUntil: z.string().nullable(),
		timeZone: z.string(),
		mine: standing,
		/** No chair to ask for: those that are free are kept for somebody. */
		full: z.boolean(),
		place: z.number().nullable(),
		facilitated: z.boolean(),
		/** Whether there are members for whom I answer. */
		answersFor: z.boolean(),
		members: z.array(requester.extend({ host: z.boolean(), me: z.boolean() })),
		requests: z.array(requester),
		waitlist: z.array(person),
		helpedEachOther: z.number().nullable(),
		speaker: groupSpeakerShape,
		meetups: z.array(
			z.object({
				id: z.uuid(),
				startsAt: z.string(),
				endsAt: z.string(),
				state,
				reason: z.string().nullable(),
				...plannedChoice.shape,
				coming: z.boolean()
			})
		),
		past: z.array(pastChoice),
		news: z.array(
			z.object({
				id: z.uuid(),
				kind: z.enum([
					'started',
					'member_joined',
					'host_changed',
					'moment_changed',
					'place_changed',
					'meetup_moved',
					'meetup_cancelled',
					'meetup_restored',
					'paused',
					'resumed',
					'speaker_booked',
					'speaker_cancelled'
				]),
				details: z.object({
					weekday: z.number().optional(),
					startsAt: z.string().optional(),
					durationMinutes: z.number().optional(),
					placeName: z.string().optional(),
					from: z.string().optional(),
					to: z.string().optional(),
					reason: z.string().nullish(),
					until: z.string().optional(),
					speaker: z.string().optional(),
					topic: z.enum(speakerTopics).optional(),
					words: z.string().nullish()
				}),
				happenedAt: z.string(),
				firstName: z.string().nullable()
			})
		)
	})
	.nullable();

export type Group = NonNullable<z.infer<typeof groupShape>>;
export type GroupNews = Group['news'][number];

/** What `overview_page` answers to a facilitator. */
export const overviewShape = z.object({
	requests: z.array(requester.extend({ groupId: z.uuid(), groupName: z.string() })),
	waiting: z.array(
		z.object({
			name: z.string(),
			slug: z.string(),
			people: z.array(requester.extend({ groupNames: z.array(z.string()), groupId: z.uuid() }))
		})
	),
	apart: z.array(
		z.object({ groupId: z.uuid(), groupName: z.string(), firstName: z.string().nullable() })
	),
	speakers: speakerTasksShape,
	groups: z.array(
		z.object({
			id: z.uuid(),
			name: z.string(),
			...rule.shape,
			...chairs.shape,
			timeZone: z.string(),
			lastMet: z.string().nullable(),
			nextMeetup: z.string().nullable(),
			offered: z.number()
		})
	)
});

/** What `new_group_page` answers; null for who is no facilitator there. */
export const newGroupShape = z
	.object({
		id: z.uuid(),
		name: z.string(),
		people: z.array(requester.extend({ moments: z.array(z.string()) }))
	})
	.nullable();

/** What `moments_page` answers. */
export const momentsShape = z.object({ waits: z.boolean(), moments: z.array(z.string()) });

/** What `today_page` answers. */
export const todayShape = z.object({
	meetups: z.array(
		z.object({
			id: z.uuid(),
			groupId: z.uuid(),
			groupName: z.string(),
			placeName: z.string(),
			...moment.shape,
			state,
			reason: z.string().nullable(),
			...plannedChoice.shape,
			choosing: z.boolean(),
			coming: z.boolean()
		})
	),
	groups: z.array(
		z.object({
			id: z.uuid(),
			name: z.string(),
			chairsTaken: z.number(),
			capacity: z.number(),
			pausedUntil: z.string().nullable()
		})
	),
	offers: z.array(
		z.object({
			meetupId: z.uuid(),
			groupName: z.string(),
			placeName: z.string(),
			...moment.shape,
			comes: z.boolean().nullable()
		})
	),
	chairs: z.array(
		z.object({
			groupId: z.uuid(),
			groupName: z.string(),
			placeName: z.string(),
			weekday: z.number(),
			startsAt: z.string(),
			/** The group whose chair a yes gives up. */
			fromName: z.string().nullable()
		})
	),
	requests: z.array(requester.extend({ groupId: z.uuid(), groupName: z.string() })),
	asked: z.array(z.object({ groupId: z.uuid(), groupName: z.string() })),
	waiting: z.array(
		z.object({ groupId: z.uuid(), groupName: z.string(), place: z.number().nullable() })
	),
	left: z.array(z.object({ groupId: z.uuid(), groupName: z.string() })),
	balance: balanceShape,
	supported: supportedShape,
	steps: stepsToAskShape,
	help: helpTodayShape,
	contact: z.array(myRequestShape)
});

/** What `meetup_page` answers; null when the meetup is not there for this person. */
export const meetupShape = z
	.object({
		id: z.uuid(),
		groupId: z.uuid(),
		groupName: z.string(),
		placeName: z.string(),
		address: z.string().nullable(),
		...moment.shape,
		state,
		reason: z.string().nullable(),
		started: z.boolean(),
		ended: z.boolean(),
		choosing: z.boolean(),
		role: z.enum(['host', 'member', 'guest', 'facilitator']),
		coming: z.boolean(),
		answersFor: z.boolean(),
		/** Who said for me whether I come, before I had an account. */
		answeredBy: z.string().nullable(),
		whoComes: z.array(person.extend({ guest: z.boolean(), host: z.boolean(), me: z.boolean() })),
		...plannedChoice.shape,
		wishes: z.array(
			z.object({
				activity: z.enum(activities),
				words: z.string().nullable(),
				count: z.number(),
				mine: z.boolean()
			})
		),
		past: z.array(pastChoice)
	})
	.nullable();

export type Meetup = NonNullable<z.infer<typeof meetupShape>>;
