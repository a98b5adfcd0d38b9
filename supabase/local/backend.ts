import { getRequest, setResponse } from '@sveltejs/kit/node';
import { createServer } from 'node:http';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { readOrMakeKeys, type Keys } from './keys.ts';
import { likeSupabase, type Answer } from './like-supabase.ts';
import { smtpDriver } from './mail.ts';
import { authFunctionsSql, bootstrapSql } from './migrations.ts';
import { startPostgres, stopLeftover } from './postgres.ts';

process.env.LITE_TELEMETRY = '0';
const { App } = await import('@supabase/lite');
const { createPostgresConnection } = await import('@supabase/lite/postgres');
const { applyPendingMigrations, createApi } = await import('@supabase/lite/cli');

// Lite prints every refusal of the database; those that the migrations raise are answers, no faults.
const print = console.error;
console.error = (...parts: unknown[]) => {
	if (!/^PT4\d\d$/.test(String((parts[0] as { code?: unknown } | null)?.code))) print(...parts);
};

export type Backend = {
	url: string;
	publishableKey: string;
	/** For the process that sends mail, and nothing else. */
	secretKey: string;
	databaseUrl: string;
	stop: () => Promise<void>;
};

type Options = {
	/** Where the keys and the database live. */
	directory: string;
	port: number;
	postgresPort?: number;
	/** The port of the SMTP server that takes the mail. */
	smtpPort: number;
	settings?: Record<string, string>;
	/** Whether a new database gets supabase/seed.sql; it does unless told otherwise. */
	seed?: boolean;
	/** Whether pages that ask for a second factor open without one, which Lite does not have. */
	waiveSecondFactor?: boolean;
};

const root = join(import.meta.dirname, '../..');

/** Starts PostgreSQL with Supabase Lite before it, migrated, and seeded when it is new. */
export async function startBackend(options: Options): Promise<Backend> {
	const keys = await readOrMakeKeys(join(options.directory, 'keys.json'));
	const server = await startPostgres({
		directory: join(options.directory, 'postgres'),
		port: options.postgresPort,
		password: keys.databasePassword,
		settings: options.settings
	});
	try {
		const databaseUrl = server.url();
		const config = await readConfig(keys);
		await prepareDatabase(databaseUrl, config, options);
		const lite = await startLite(databaseUrl, config, keys, options);
		return {
			url: `http://127.0.0.1:${options.port}`,
			publishableKey: keys.publishableKey,
			secretKey: keys.secretKey,
			databaseUrl,
			stop: async () => {
				await lite.stop();
				await server.stop();
			}
		};
	} catch (error) {
		await server.stop();
		throw error;
	}
}

/** Migrates a database that is there already and gives what serves it, with nothing of its own around. */
export async function openBackend(databaseUrl: string, keys: Keys) {
	const config = await readConfig(keys);
	return {
		prepare: () => prepareDatabase(databaseUrl, config, { seed: false }),
		serve: (options: Pick<Options, 'port' | 'smtpPort'>) =>
			startLite(databaseUrl, config, keys, options)
	};
}

/** Removes all that a backend keeps in its directory. */
export async function wipeBackend(directory: string) {
	const [keys, data] = [join(directory, 'keys.json'), join(directory, 'postgres')];
	await stopLeftover(data, (await readOrMakeKeys(keys)).databasePassword);
	for (const path of [keys, data]) rmSync(path, { recursive: true, force: true });
}

type Config = Awaited<ReturnType<typeof readConfig>>;

// Lite looks for config, templates and migrations from the working directory.
async function readConfig(keys: Keys) {
	process.chdir(root);
	const { project } = await createApi({ withSupabaseClient: false });
	const { api, auth, db } = await project.local.getConfig();
	// Lite refuses settings that it does not know.
	const known: typeof auth & { rate_limit?: unknown } = { ...auth };
	delete known.rate_limit;
	return {
		api,
		db,
		auth: {
			...known,
			jwt_secret: keys.jwtSecret,
			publishable_key: keys.publishableKey,
			secret_key: keys.secretKey
		}
	};
}

async function prepareDatabase(
	url: string,
	config: Config,
	{ seed: seeded = true, waiveSecondFactor = false }: Pick<Options, 'seed' | 'waiveSecondFactor'>
) {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		const [state] = await sql`select to_regnamespace('extensions') is null as new`;
		if (state?.new) await sql.unsafe(bootstrapSql());
		await migrate(url, config);
		await sql.unsafe(authFunctionsSql());
		if (seeded) await seed(sql);
		await sql`
			update private.installation set second_factor_waived_for_development = ${waiveSecondFactor}
		`;
	} finally {
		await sql.end();
	}
}

// Lite sends `begin` and `commit` as queries of their own, so it gets one connection to send to.
async function migrate(url: string, config: Config) {
	const connection = connect(url, { max: 1 });
	try {
		await applyPendingMigrations(new App({ ...config, connection }));
	} finally {
		await connection.close();
	}
}

// Remembered in the table in which the Supabase CLI remembers it.
async function seed(sql: postgres.Sql) {
	const path = 'supabase/seed.sql';
	const [known] = await sql`select from supabase_migrations.seed_files where path = ${path}`;
	if (known) return;
	const statements = readFileSync(join(root, path), 'utf8');
	await sql.begin(async (transaction) => {
		await transaction.unsafe(statements);
		await transaction`insert into supabase_migrations.seed_files values (${path}, 'first start')`;
	});
}

function connect(url: string, postgresOptions: postgres.Options<Record<string, never>> = {}) {
	const connection = createPostgresConnection({
		url,
		postgresOptions: { onnotice: () => {}, ...postgresOptions }
	});
	// Left to itself, Lite grants every table to everybody at its first request.
	if (!('rlsState' in connection)) throw new Error('Supabase Lite changed: rlsState is gone.');
	Object.assign(connection as object, { rlsState: 'active' });
	return connection;
}

async function startLite(
	url: string,
	config: Config,
	keys: Keys,
	options: Pick<Options, 'port' | 'smtpPort'>
) {
	const connection = connect(url);
	const app = new App({
		...config,
		connection,
		options: {
			drivers: { email: smtpDriver(options.smtpPort) },
			server: { admin: false, disableStudio: true }
		}
	});
	const answer = await likeSupabase((request) => Promise.resolve(app.fetch(request)), keys);
	const base = `http://127.0.0.1:${options.port}`;
	const server = createServer((incoming, response) => {
		getRequest({ base, request: incoming })
			.then(answer)
			.then((result) => setResponse(response, result))
			.catch(() => response.writeHead(500).end());
	});
	const stop = async () => {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
		await connection.close();
	};
	try {
		await refusesWithoutKey(answer, base);
		await new Promise<void>((done, fail) => {
			server.once('error', fail);
			server.listen(options.port, '127.0.0.1', done);
		});
	} catch (error) {
		await stop();
		throw error;
	}
	return { stop };
}

async function refusesWithoutKey(answer: Answer, base: string) {
	const { status } = await answer(new Request(`${base}/rest/v1/profiles`));
	if (status !== 401) throw new Error(`A read without a key got ${status} instead of 401.`);
}
