import { z } from 'zod';
import { contactShape } from '$lib/neighbourhood/contact';
import {
	callTimes,
	contactRoles,
	nuisances,
	nuisanceTimes,
	serviceKinds,
	states,
	talks,
	topics
} from './kinds';

const role = z.enum(contactRoles);

/** Who holds a request or may take it over; null when nobody has that role any more. */
const holder = z.object({ firstName: z.string(), face: z.string(), role }).nullable().catch(null);

/** A request as its author and who answers it see it. */
export const requestShape = z.object({
	id: z.uuid(),
	neighbourhoodId: z.uuid(),
	neighbourhoodName: z.string(),
	timeZone: z.string(),
	topic: z.enum(topics),
	words: z.string().nullable(),
	callTime: z.enum(callTimes).nullable(),
	telephone: z.string().nullable(),
	nuisance: z.enum(nuisances).nullable(),
	nuisanceWhen: z.enum(nuisanceTimes).nullable(),
	severity: z.number().nullable(),
	talk: z.enum(talks).nullable(),
	askedAt: z.string(),
	state: z.enum(states),
	promisedAt: z.string(),
	line: z.string().nullable(),
	lineBy: z.string().nullable(),
	closedAt: z.string().nullable(),
	helped: z.boolean().nullable(),
	bothSee: z.boolean(),
	handover: z.boolean(),
	holder,
	other: holder
});

/** A request of mine; `ask` is whether to ask now if it helped. */
export const myRequestShape = requestShape.extend({ ask: z.boolean() });

/** Who asked; null for what was told by telephone. */
export const authorShape = z
	.object({ residentId: z.uuid(), firstName: z.string(), face: z.string() })
	.nullable();

/** What `contact_request_page` answers; null when the request is not there for this person. */
export const requestPageShape = myRequestShape
	.extend({ mine: z.boolean(), role: role.nullable(), author: authorShape })
	.nullable();

/** Who does what in a neighbourhood. */
export const serviceShape = z.object({
	id: z.uuid(),
	kind: z.enum(serviceKinds),
	name: z.string(),
	ask: z.string(),
	telephone: z.string().nullable(),
	website: z.string().nullable(),
	hours: z.string().nullable()
});

const publicPage = z.object({
	id: z.uuid(),
	name: z.string(),
	slug: z.string(),
	contact: z.array(contactShape),
	services: z.array(serviceShape)
});

/** What `contact_page` answers to anyone; null when there is no such neighbourhood. */
export const contactPageShape = publicPage.nullable();

/** What `my_contact_page` answers. */
export const myContactShape = z.object({
	requests: z.array(myRequestShape),
	neighbourhoods: z.array(
		publicPage.extend({
			timeZone: z.string(),
			facilitators: z.array(z.object({ firstName: z.string(), face: z.string() })),
			lives: z.boolean(),
			/** Who gets what I ask now, and the other who can read it now or later. */
			answers: z
				.object({
					role,
					firstName: z.string(),
					other: z.object({ firstName: z.string() }).nullable(),
					bothSee: z.boolean()
				})
				.nullable(),
			number: z.string().nullable()
		})
	)
});

export type ContactRequest = z.infer<typeof requestShape>;
export type MyRequest = z.infer<typeof myRequestShape>;
export type Service = z.infer<typeof serviceShape>;
export type MyNeighbourhood = z.infer<typeof myContactShape>['neighbourhoods'][number];
