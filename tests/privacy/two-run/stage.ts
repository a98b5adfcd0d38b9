import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { openBackend } from '../../../supabase/local/backend.ts';
import { readOrMakeKeys, type Keys } from '../../../supabase/local/keys.ts';
import {
	createDatabase,
	dropDatabase,
	freePort,
	startPostgres
} from '../../../supabase/local/postgres.ts';

const root = join(import.meta.dirname, '../../..');
const TEMPLATE = 'two_run_template';

/** The moment at which every trace begins: a Tuesday morning, a week after the last migration. */
export const BEGINNING = Date.parse('2026-12-01T09:00:00.000Z');

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A PostgreSQL of its own with the template of all worlds, and the clock that they share. */
export async function openStage() {
	const directory = mkdtempSync(join(tmpdir(), 'buurtplein-two-run-'));
	chmodSync(directory, 0o755);
	const clock = openClock(join(directory, 'clock'));
	const keysFile = join(directory, 'keys.json');
	const keys = await readOrMakeKeys(keysFile);
	const server = await startPostgres({
		directory: join(directory, 'postgres'),
		settings: {
			// What a server does by itself, and when, would differ between two runs.
			autovacuum: 'off',
			jit: 'off',
			synchronize_seqscans: 'off',
			max_connections: '100',
			shared_preload_libraries: 'pg_stat_statements',
			'pg_stat_statements.track': 'all',
			'pg_stat_statements.save': 'off',
			fsync: 'off',
			synchronous_commit: 'off',
			full_page_writes: 'off'
		}
	});
	const running = new Set<ChildProcess>();

	/** A process of one world, told the clock; its last lines come along when it does not start. */
	const run = (script: string, variables: Record<string, string>) =>
		new Promise<ChildProcess>((done, fail) => {
			const child = fork(script, {
				cwd: root,
				execArgv: ['--import', join(import.meta.dirname, 'one-clock.ts')],
				env: { PATH: process.env.PATH, TZ: 'UTC', TWO_RUN_CLOCK: clock.file, ...variables },
				stdio: ['ignore', 'ignore', 'pipe', 'ipc']
			});
			let said = '';
			child.stderr?.on('data', (text) => (said = (said + text).slice(-4000)));
			running.add(child);
			child.once('message', () => done(child));
			child.once('exit', (code) => {
				running.delete(child);
				fail(new Error(`${script} ended with ${code}.\n${said}`));
			});
		});
	const end = (child: ChildProcess) =>
		new Promise<void>((done) => {
			if (!running.has(child)) return done();
			child.once('exit', () => done());
			child.kill('SIGKILL');
		});
	const close = async () => {
		await Promise.all([...running].map(end));
		await server.stop();
		rmSync(directory, { recursive: true, force: true });
	};
	const stage = {
		clock,
		keys,
		keysFile,
		server,
		run,
		end,
		close,
		/** A copy of the template, of the same bytes as every other copy. */
		copy: async (name: string) => {
			await dropDatabase(server, name);
			await createDatabase(server, name, TEMPLATE);
			return server.url(name);
		},
		templateUrl: server.url(TEMPLATE),
		/** Asks the template something; a copy needs it to be left alone again. */
		onTemplate: async (ask: (sql: postgres.Sql) => Promise<void>) => {
			const sql = postgres(server.url(TEMPLATE), { max: 1, onnotice: () => {} });
			await ask(sql).finally(() => sql.end());
		}
	};
	try {
		await makeTemplate(server, keys, clock.file);
	} catch (error) {
		await close();
		throw error;
	}
	return stage;
}

/** Gives the processes of one world to the stage of all: the Data API, before a database. */
export async function startDataApi(stage: Stage, databaseUrl: string, smtpPort: number) {
	const port = await freePort();
	const child = await stage.run(join(import.meta.dirname, 'backend-process.ts'), {
		DATABASE_URL: databaseUrl,
		KEYS: stage.keysFile,
		PORT: String(port),
		SMTP_PORT: String(smtpPort)
	});
	return { port, stop: () => stage.end(child) };
}

/** The production server of the app, as `npm start` runs it, in front of a Data API. */
export async function startApp(stage: Stage, dataApiPort: number) {
	const port = await freePort();
	const child = await stage.run(join(root, 'src/production-server.js'), {
		NODE_ENV: 'production',
		HOST: '127.0.0.1',
		PORT: String(port),
		SUPABASE_URL: `http://127.0.0.1:${dataApiPort}`,
		SUPABASE_PUBLISHABLE_KEY: stage.keys.publishableKey
	});
	return { port, stop: () => stage.end(child) };
}

function openClock(file: string) {
	const descriptor = openSync(file, 'w', 0o644);
	let [seconds, seed] = [0, 1];
	const show = () => {
		const moment = new Date(BEGINNING + seconds * 1000).toISOString();
		// Chance begins anew with every second: what a server draws in the background moves nothing on.
		const line = `${moment} ${(seed * 1000 + seconds) % 2 ** 31}`.padEnd(40);
		writeSync(descriptor, line, 0, 'latin1');
	};
	show();
	return {
		file,
		/** Back to the beginning, with the chance that belongs to a seed. */
		begin: (next: number) => {
			[seconds, seed] = [0, next];
			show();
		},
		tick: () => {
			seconds++;
			show();
		}
	};
}

async function makeTemplate(
	server: Awaited<ReturnType<typeof startPostgres>>,
	keys: Keys,
	clockFile: string
) {
	await createDatabase(server, TEMPLATE);
	const url = server.url(TEMPLATE);
	await (await openBackend(url, keys)).prepare();
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
	const seed = readFileSync(join(root, 'supabase/seed.sql'), 'utf8')
		.replaceAll('gen_random_uuid()', "two_run.next_id('seed')")
		.replaceAll(/\bnow\(\)/g, 'two_run.clock()');
	try {
		await sql.unsafe(read('template.sql').replace('CLOCK_FILE', clockFile));
		await sql`update private.installation set hash_key = sha256('two runs')`;
		await sql.unsafe(seed);
		await sql.unsafe(read('people.sql'));
		await sql`create extension pg_stat_statements schema extensions`;
		await sql`select extensions.pg_stat_statements_reset()`;
	} finally {
		await sql.end();
	}
}
