import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import {
	createDatabase,
	dropDatabase,
	type PostgresServer
} from '../../supabase/local/postgres.ts';

/** The database every test database is a copy of: bootstrap and migrations, no rows. */
export const TEMPLATE = 'template_migrated';

export type TestDatabase = {
	sql: postgres.Sql;
	url: string;
	/** Another superuser client, for tests that need many connections of their own. */
	connect: (options?: postgres.Options<Record<string, never>>) => postgres.Sql;
	close: () => Promise<void>;
};

/** A fresh copy of the migrated template; the server is the one that `test-server.ts` started. */
export async function openTestDatabase(name = 'test'): Promise<TestDatabase> {
	const server = serverOfThisRun();
	const database = `${name.replace(/\W/g, '_')}_${randomBytes(4).toString('hex')}`;
	await createDatabase(server, database, TEMPLATE);
	const url = server.url(database);
	const clients: postgres.Sql[] = [];
	const connect: TestDatabase['connect'] = (options) => {
		const client = postgres(url, { max: 4, onnotice: () => {}, ...options });
		clients.push(client);
		return client;
	};
	return {
		sql: connect(),
		url,
		connect,
		close: async () => {
			await Promise.all(clients.map((client) => client.end({ timeout: 5 })));
			await dropDatabase(server, database);
		}
	};
}

type Run<T> = (sql: postgres.TransactionSql) => T | Promise<T>;

/** Runs queries in one transaction as a signed-in person, the way the Data API does. */
export function asUser<T>(sql: postgres.Sql, userId: string, run: Run<T>) {
	return asRole(sql, { role: 'authenticated', sub: userId }, run);
}

/** Runs queries in one transaction as a visitor without an account. */
export function asAnon<T>(sql: postgres.Sql, run: Run<T>) {
	return asRole(sql, { role: 'anon' }, run);
}

/** Puts a person in `auth.users`, as signing up would, and gives their id. */
export async function createUser(
	sql: postgres.Sql,
	email = `${randomBytes(6).toString('hex')}@example.nl`
) {
	const [user] = await sql<{ id: string }[]>`
		insert into auth.users (id, email) values (gen_random_uuid(), ${email}) returning id
	`;
	if (!user) throw new Error('auth.users took no row');
	return user.id;
}

function asRole<T>(sql: postgres.Sql, claims: { role: string; sub?: string }, run: Run<T>) {
	return sql.begin(async (transaction) => {
		await transaction`
			select
				set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
				set_config('request.jwt.claim.sub', ${claims.sub ?? ''}, true),
				set_config('request.jwt.claim.role', ${claims.role}, true),
				set_config('role', ${claims.role}, true)
		`;
		return run(transaction);
	}) as Promise<T>;
}

function serverOfThisRun(): PostgresServer {
	const address = process.env.TEST_POSTGRES_URL;
	if (!address) throw new Error('TEST_POSTGRES_URL is not set: see tests/support/test-server.ts.');
	const server = new URL(address);
	return {
		port: Number(server.port),
		url: (database = 'postgres') => new URL(`/${database}`, server).href,
		stop: async () => {}
	};
}
