import { z } from 'zod';
import { activities } from '$lib/groups/activities';
import { contactShape } from '$lib/neighbourhood/contact';

const person = z.object({ residentId: z.uuid(), firstName: z.string(), face: z.string() });
const group = z.object({
	id: z.uuid(),
	name: z.string(),
	weekday: z.number(),
	startsAt: z.string(),
	durationMinutes: z.number(),
	placeName: z.string()
});
const choosable = z.array(group.extend({ full: z.boolean() }));
const place = z.object({ groupId: z.uuid(), groupName: z.string() });
const activity = z.enum(activities);

export type GroupToChoose = z.infer<typeof choosable>[number];

/** What `door_page` answers; null for who does not work in the neighbourhood. */
export const doorShape = z
	.object({
		id: z.uuid(),
		name: z.string(),
		slug: z.string(),
		facilitates: z.boolean(),
		groups: choosable,
		people: z.array(person.extend({ groupNames: z.array(z.string()) }))
	})
	.nullable();

/** What `neighbour_page` answers; null for who is no facilitator there. */
export const neighbourShape = person
	.extend({
		slug: z.string(),
		neighbourhoodName: z.string(),
		contact: z.array(contactShape),
		telephone: z.string().nullable(),
		words: z.string().nullable(),
		member: z.array(place),
		waits: z.array(place),
		groups: choosable,
		cardUntil: z.string().nullable()
	})
	.nullable();

/** What `move_page` answers; null for who is no facilitator there. */
export const moveShape = z
	.object({
		firstName: z.string(),
		groupName: z.string(),
		hasAccount: z.boolean(),
		/** Waits for a chair in that group, and has none there. */
		waits: z.boolean(),
		asked: z.string().nullable(),
		groups: choosable
	})
	.nullable();

/** What `answers_page` answers; null when there is nobody to answer for. */
export const answersShape = z
	.object({
		groupName: z.string(),
		startsAt: z.string(),
		timeZone: z.string(),
		open: z.boolean(),
		choosing: z.boolean(),
		people: z.array(
			person.extend({
				coming: z.boolean(),
				answeredBy: z.string().nullable(),
				wishes: z.array(z.object({ activity, words: z.string().nullable() }))
			})
		)
	})
	.nullable();

/** What `sheets_page` answers; null when there is nothing to print for who asks. */
export const sheetsShape = z
	.object({
		name: z.string(),
		slug: z.string(),
		contact: z.array(contactShape),
		groups: z.array(
			group.extend({
				address: z.string().nullable(),
				likes: z.array(activity),
				likesWords: z.string().nullable(),
				timeZone: z.string(),
				meetup: z
					.object({
						startsAt: z.string(),
						endsAt: z.string(),
						activity: activity.nullable(),
						activityWords: z.string().nullable(),
						people: z.array(z.object({ firstName: z.string(), guest: z.boolean() }))
					})
					.nullable()
			})
		)
	})
	.nullable();
