import { randomUUID } from 'node:crypto';
import { asUser } from '../../support/database.ts';
import { database, type Neighbour, type Neighbourhood } from './database.ts';

type Person = { userId: string };

/** Lets somebody tell of nuisance and want to talk about it; gives the id. */
export async function tellNuisance(author: Neighbour) {
	const id = randomUUID();
	await asUser(
		database(),
		author.userId,
		(sql) => sql`
			select public.ask_contact(
				${id}, ${author.neighbourhood.id}, 'nuisance', 'Muziek tot na middernacht.', null, null, false,
				'noise', 'night', 2, 'with_me'
			)
		`
	);
	return id;
}

/** Lets the contact person note nuisance that was told by telephone; gives the id. */
export async function noteNuisance({ userId }: Person, { id: where }: Neighbourhood) {
	const id = randomUUID();
	await asUser(
		database(),
		userId,
		(sql) => sql`
			select public.note_nuisance(
				${id}, ${where}, 'Blaffende hond.', 'evening', '06 - 20 30 40 50', 'animals', 'evening', 1,
				'call_me'
			)
		`
	);
	return id;
}

/** A public office in a neighbourhood, as its contact person keeps it; gives the id. */
export async function keepService({ userId }: Person, { id: where }: Neighbourhood, name: string) {
	const id = randomUUID();
	await asUser(
		database(),
		userId,
		(sql) => sql`
			select public.keep_service(
				${id}, ${where}, 'community_centre', ${name}, 'Kom koffie drinken.', null, null, null
			)
		`
	);
	return id;
}

/** What anybody sees of who is there, and of who does what. */
export async function publicContact({ name }: Neighbourhood) {
	const [row] = await database()<
		{
			page: {
				contact: { role: string; now: { here: boolean } | null; hours: unknown[] }[];
				services: { name: string; ask: string }[];
			};
		}[]
	>`select public.contact_page(n.slug) as page from public.neighbourhoods n where n.name = ${name}`;
	return row!.page;
}
