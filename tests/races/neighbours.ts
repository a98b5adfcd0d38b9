import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { createUser, type TestDatabase } from '../support/database.ts';

export type Neighbour = {
	userId: string;
	residentId: string;
	/** A connection of this person's own: what runs on it waits for nobody but the database. */
	phone: postgres.Sql;
};

/** A neighbourhood without anyone in it. */
export async function openNeighbourhood(sql: postgres.Sql) {
	const slug = `buurt-${randomUUID()}`;
	const [row] = await sql<{ id: string }[]>`
		select private.open_neighbourhood(${slug}, 'Vogelbuurt', '') as id
	`;
	return row!.id;
}

/** A connection that is one person for as long as it lives, as the Data API would have it. */
export function telephone(database: TestDatabase, userId: string) {
	return database.connect({
		max: 1,
		fetch_types: false,
		connection: {
			role: 'authenticated',
			'request.jwt.claims': JSON.stringify({ role: 'authenticated', sub: userId })
		}
	});
}

/** Residents of a neighbourhood, each with a telephone. */
export async function moveIn(database: TestDatabase, neighbourhoodId: string, people: number) {
	const neighbours: Neighbour[] = [];
	for (let number = 1; number <= people; number++) {
		const userId = await createUser(database.sql);
		await database.sql`insert into public.profiles (id) values (${userId})`;
		const [row] = await database.sql<{ id: string }[]>`
			insert into public.residents (neighbourhood_id, profile_id, first_name)
			values (${neighbourhoodId}, ${userId}, ${`Buur ${number}`}) returning id
		`;
		neighbours.push({ userId, residentId: row!.id, phone: telephone(database, userId) });
	}
	return neighbours;
}

/** The telephone of someone who welcomes people into every group of the neighbourhood. */
export async function appointFacilitator(database: TestDatabase, neighbourhoodId: string) {
	const userId = await createUser(database.sql);
	await database.sql`insert into public.profiles (id) values (${userId})`;
	await database.sql`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name)
		values (${neighbourhoodId}, ${userId}, 'facilitator', 'Fenna')
	`;
	return telephone(database, userId);
}

/** Starts a Buurtplein by telephone and gives its id. */
export async function startGroup(
	phone: postgres.Sql | postgres.TransactionSql,
	neighbourhoodId: string,
	capacity = 8,
	id: string = randomUUID()
) {
	await phone`
		select public.start_group(
			${id}, ${neighbourhoodId}, 'De Linde', 3, '14:00', 120, 'Buurthuis', null, '{}', null, ${capacity}
		)
	`;
	return id;
}

export type Places = {
	capacity: number;
	members: Neighbour[];
	asking?: Neighbour[];
	line?: Neighbour[];
	offered?: Neighbour[];
};

/** Puts a group in a given state; the first member is its host. Meetups stay, answers go. */
export async function arrange(sql: postgres.Sql, groupId: string, places: Places) {
	const { capacity, members, asking = [], line = [], offered = [] } = places;
	const ids = (people: Neighbour[]) => people.map((person) => person.residentId);
	await sql.begin(async (transaction) => {
		// No triggers: this writes a state down, the verbs under test make one.
		await transaction`set local session_replication_role = replica`;
		await transaction`
			update public.groups set capacity = ${capacity}, chairs_taken = ${members.length},
				waiting_count = ${line.length}, closed_at = null where id = ${groupId}
		`;
		for (const table of [
			'memberships',
			'chair_requests',
			'chair_offers',
			'waitlist',
			'departures'
		]) {
			await transaction`delete from public.${sql(table)} where group_id = ${groupId}`;
		}
		for (const table of ['absences', 'guests']) {
			await transaction`
				delete from public.${sql(table)} a using public.meetups m
				where m.id = a.meetup_id and m.group_id = ${groupId}
			`;
		}
		await transaction`
			insert into public.memberships (group_id, resident_id, is_host, since)
			select ${groupId}, id, place = 1, now() - interval '1 day' * (100 - place)
			from unnest(${ids(members)}::uuid[]) with ordinality as people (id, place)
		`;
		await transaction`
			insert into public.chair_requests (group_id, resident_id, asked_at)
			select ${groupId}, id, now() - interval '1 hour' * (100 - place)
			from unnest(${ids(asking)}::uuid[]) with ordinality as people (id, place)
		`;
		await transaction`
			insert into public.waitlist (group_id, resident_id, since)
			select ${groupId}, id, now() - interval '1 hour' * (100 - place)
			from unnest(${ids(line)}::uuid[]) with ordinality as people (id, place)
		`;
		await transaction`
			insert into public.chair_offers (group_id, resident_id, offered_at)
			select ${groupId}, id, now() from unnest(${ids(offered)}::uuid[]) as people (id)
		`;
	});
}

/** What a verb answered: its value, or the hint of the rule that refused. Anything else throws. */
export async function answer(query: PromiseLike<postgres.Row[]>): Promise<string> {
	try {
		const [row] = await query;
		return String(row ? Object.values(row)[0] : '');
	} catch (error) {
		if (!(error instanceof postgres.PostgresError)) throw error;
		if (error.code.startsWith('PT') && error.hint) return error.hint;
		throw new Error(`${error.code} ${error.message}`, { cause: error });
	}
}

/** Sends all verbs in the same tick and gives their answers. */
export function atOnce(...queries: PromiseLike<postgres.Row[]>[]) {
	return Promise.all(queries.map(answer));
}

/** How many have a chair. */
export async function seated(sql: postgres.Sql, groupId: string) {
	const rows = await sql<{ id: string }[]>`
		select resident_id as id from public.memberships where group_id = ${groupId}
	`;
	return rows.map((row) => row.id);
}

/** Deadlocks the server has seen in this database, once the telephones are put down. */
export async function deadlocks(sql: postgres.Sql) {
	await sql`select pg_stat_force_next_flush()`;
	const [row] = await sql<{ deadlocks: number }[]>`
		select deadlocks::integer from pg_stat_database where datname = current_database()
	`;
	return row!.deadlocks;
}

/** Runs in a transaction of which nothing stays. */
export async function pretend(
	sql: postgres.Sql,
	run: (sql: postgres.TransactionSql) => Promise<void>
) {
	const undone = new Error('undone');
	await sql
		.begin(async (transaction) => {
			await run(transaction);
			throw undone;
		})
		.catch((error: unknown) => {
			if (error !== undone) throw error;
		});
}
