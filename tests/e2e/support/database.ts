import { randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { asUser } from '../../support/database.ts';
import { running } from './app.ts';

export type Neighbourhood = { id: string; name: string; slug: string; posterCode: string };
export type Neighbour = {
	userId: string;
	residentId: string;
	firstName: string;
	email: string;
	neighbourhood: Neighbourhood;
};
export type Group = { id: string; name: string; meetups: string[] };

let client: postgres.Sql | undefined;

/** The database of the running app, as its owner. */
export const database = () =>
	(client ??= postgres(running().databaseUrl, { max: 2, onnotice: () => {} }));

/** Random letters, to tell one test's people and places from another's. */
export const someLetters = () => randomBytes(4).toString('hex');

export const newAddress = () => `${someLetters()}@example.nl`;

/** A neighbourhood of the test's own, with a contact person, a stand-in and a poster. */
export async function openNeighbourhood(): Promise<Neighbourhood> {
	const sql = database();
	const name = `Buurt ${someLetters()}`;
	const slug = name.toLowerCase().replace(' ', '-');
	const intro = 'Hier wonen jong en oud door elkaar.';
	const [row] = await sql<{ id: string }[]>`
		select private.open_neighbourhood(${slug}, ${name}, ${intro}) as id
	`;
	const { id } = row!;
	await sql`
		insert into public.staff (neighbourhood_id, role, first_name, face, telephone) values
			(${id}, 'contact_person', 'Anna', 'sun', '06 - 12 34 56 78'),
			(${id}, 'stand_in', 'Piet', 'boat', '06 - 87 65 43 21')
	`;
	await sql`
		insert into public.contact_hours (staff_id, weekday, opens_at, closes_at)
		select s.id, d, '09:00', '17:00' from public.staff s, generate_series(1, 5) d
		where s.neighbourhood_id = ${id}
	`;
	return { id, name, slug, posterCode: await newInvite({ id }) };
}

type Card = { groupId?: string; validFor?: string };

/** A new code: of a poster, or of a personal card when it is for a group. */
export async function newInvite(where: { id: string }, { groupId, validFor = '1 day' }: Card = {}) {
	const kind = groupId ? 'personal' : 'poster';
	const [row] = await database()<{ code: string }[]>`
		select private.new_invite_code(
			${kind}::private.invite_kind, ${where.id}, ${groupId ?? null}, ${validFor}::interval
		) as code
	`;
	return row!.code;
}

/** An account that can sign in. */
export async function newAccount(email = newAddress()) {
	const [sql, userId] = [database(), randomUUID()];
	await sql`
		insert into auth.users (
			id, instance_id, aud, role, email, email_confirmed_at, confirmation_token, recovery_token,
			email_change, email_change_token_new, raw_app_meta_data, raw_user_meta_data,
			created_at, updated_at
		) values (
			${userId}, '00000000-0000-0000-0000-000000000000', 'authenticated', 'authenticated', ${email},
			now(), '', '', '', '', '{"provider": "email", "providers": ["email"]}', '{}', now(), now()
		)
	`;
	await sql`
		insert into auth.identities (
			provider, provider_id, user_id, identity_data, last_sign_in_at, created_at, updated_at
		) values (
			'email', ${userId}, ${userId}, ${sql.json({ sub: userId, email, email_verified: true })},
			now(), now(), now()
		)
	`;
	await sql`insert into public.profiles (id) values (${userId})`;
	return { userId, email };
}

/** A resident who can sign in. */
export async function moveIn(neighbourhood: Neighbourhood, firstName: string): Promise<Neighbour> {
	const account = await newAccount();
	const [row] = await database()<{ id: string }[]>`
		insert into public.residents (neighbourhood_id, profile_id, first_name)
		values (${neighbourhood.id}, ${account.userId}, ${firstName}) returning id
	`;
	return { ...account, residentId: row!.id, firstName, neighbourhood };
}

/** Lets somebody live in a second neighbourhood as well, under the same name. */
export async function moveInAlso(neighbour: Neighbour, neighbourhood: Neighbourhood) {
	await database()`
		insert into public.residents (neighbourhood_id, profile_id, first_name)
		values (${neighbourhood.id}, ${neighbour.userId}, ${neighbour.firstName})
	`;
}

type Plan = { name?: string; chairs?: number; inDays?: number };

/** A group that meets for the first time in some days, at 14.00 for an hour and a half. */
export async function startGroup(host: Neighbour, plan: Plan = {}): Promise<Group> {
	const { name = `Soep ${someLetters()}`, chairs = 8, inDays = 3 } = plan;
	const id = randomUUID();
	await asUser(
		database(),
		host.userId,
		(sql) => sql`
			select public.start_group(
				${id}, ${host.neighbourhood.id}, ${name},
				extract(isodow from (now() at time zone 'Europe/Amsterdam')::date + ${inDays}::int)::int,
				'14:00', 90, 'De Linde', 'Lindestraat 12', '{coffee,walk}', null, ${chairs}
			)
		`
	);
	const meetups = await database()<{ id: string }[]>`
		select id from public.meetups where group_id = ${id} order by starts_at
	`;
	return { id, name, meetups: meetups.map((meetup) => meetup.id) };
}

/** Gives neighbours a chair, one after the other. */
export async function seat(group: Group, ...neighbours: Neighbour[]) {
	for (const { residentId } of neighbours) {
		await database()`select private.seat(${group.id}, ${residentId}, now())`;
	}
}

/** Lets neighbours wait, or ask when a chair is free, in this order. */
export async function askFor(group: Group, ...neighbours: Neighbour[]) {
	for (const { userId } of neighbours) {
		await asUser(database(), userId, (sql) => sql`select public.wait_for_chair(${group.id})`);
	}
}

/** Lets somebody who waits say when they can, such as 2-morning. */
export async function sayMoments({ userId }: Neighbour, ...moments: string[]) {
	await asUser(database(), userId, (sql) => sql`select public.say_moments(${moments})`);
}

/** Lets a meetup begin so many hours from now; less than none is a meetup that has been. */
export async function setHours(meetup: string | undefined, hours: number) {
	await database()`
		update public.meetups
		set starts_at = now() + make_interval(mins => ${hours * 60}::int),
			ends_at = now() + make_interval(mins => ${hours * 60 + 90}::int)
		where id = ${meetup!}
	`;
}
