import { z } from 'zod';
import { sharedShape } from '$lib/circle/shapes.server';

const person = z.object({ firstName: z.string(), face: z.string() });
const mine = { firstName: z.string(), organisation: z.string() };

/** What the database answers to a look that it refused; it wrote the look down. */
export const refusalShape = z.object({ refused: z.enum(['not_found', 'second_factor_needed']) });

/** What `begin_look` answers when the look is written down. */
export const lookShape = z.object({ visit: z.uuid() });

/** What `clients_page` answers: a worker's own clients, of each what that client shares. */
export const clientsShape = z.object({
	...mine,
	clients: z.array(
		sharedShape.pick({ person: true, balance: true, nextMeetup: true }).extend({
			id: z.uuid(),
			callAskedAt: z.string().nullable(),
			changedAt: z.string().nullable()
		})
	)
});

/** What `client_page` answers. */
export const clientShape = sharedShape.extend({
	id: z.uuid(),
	since: z.string(),
	telephone: z.string().nullable(),
	callAskedAt: z.string().nullable()
});

/** What `relations_page` answers: who supports whom in the administrator's own organisation. */
export const relationsShape = z.object({
	...mine,
	today: z.string(),
	workers: z.array(person.extend({ id: z.uuid() })),
	relations: z.array(
		z.object({
			id: z.uuid(),
			person: person.nullable(),
			workerId: z.uuid(),
			startedOn: z.string(),
			endedOn: z.string().nullable()
		})
	)
});
