import { z } from 'zod';
import { contactShape } from '$lib/neighbourhood/contact';
import { contactRoles, nuisances, topics } from './kinds';
import { authorShape, requestPageShape, requestShape, serviceShape } from './shapes.server';

const deskRequest = requestShape.extend({ author: authorShape, late: z.boolean() });

/** What `contact_desk` answers: nothing for who is neither contact person nor stand-in. */
export const desksShape = z.array(
	z.object({
		id: z.uuid(),
		name: z.string(),
		slug: z.string(),
		timeZone: z.string(),
		today: z.string(),
		role: z.enum(contactRoles),
		firstName: z.string(),
		contact: z.array(contactShape),
		notNowUntil: z.string().nullable(),
		hours: contactShape.shape.hours,
		absences: z.array(z.object({ id: z.uuid(), firstOn: z.string(), lastOn: z.string() })),
		requests: z.array(deskRequest),
		services: z.array(serviceShape),
		counts: z.array(
			z.object({
				topic: z.enum(topics),
				nuisance: z.enum(nuisances).nullable(),
				times: z.number()
			})
		)
	})
);

export type Desk = z.infer<typeof desksShape>[number];

type RequestPage = NonNullable<z.infer<typeof requestPageShape>>;

/** A request on the page of who answers it. */
export type Answerable = Omit<RequestPage, 'role'> & { role: Desk['role'] };
