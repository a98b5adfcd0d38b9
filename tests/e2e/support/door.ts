import { randomUUID } from 'node:crypto';
import { asUser } from '../../support/database.ts';
import { database, type Group, type Neighbourhood } from './database.ts';

type Person = { userId: string };

/** Somebody without an account, signed up by who works there; the id by which the desk knows them. */
export async function signUp(
	{ userId }: Person,
	{ id: where }: Pick<Neighbourhood, 'id'>,
	firstName: string,
	group?: Pick<Group, 'id'>
) {
	const id = randomUUID();
	await asUser(
		database(),
		userId,
		(sql) => sql`
			select public.sign_up_neighbour(
				${id}, ${where}, ${firstName}, '06 - 11 22 33 44', 'bel aan bij nummer 12', ${group?.id ?? null}
			)
		`
	);
	return id;
}

/** A new code for the card of somebody without an account. */
export async function cardOf({ userId }: Person, resident: string) {
	const [made] = await asUser(
		database(),
		userId,
		(sql) => sql<{ code: string }[]>`select public.make_neighbour_card(${resident}) as code`
	);
	return made!.code;
}

/** The group of the neighbourhood that has chairs left, and its first meetup. */
export async function roomyGroup({ id }: Pick<Neighbourhood, 'id'>) {
	const [row] = await database()<{ id: string; meetup: string }[]>`
		select g.id, m.id as meetup from public.groups g join public.meetups m on m.group_id = g.id
		where g.neighbourhood_id = ${id} and g.chairs_taken < g.capacity and m.starts_at > now()
		order by m.starts_at limit 1
	`;
	return row!;
}
