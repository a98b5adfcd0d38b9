import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { captureMail } from './mail-capture.ts';
import { startApp, startDataApi, type Stage } from './stage.ts';

export type World = Awaited<ReturnType<typeof openWorld>>;

/** One complete system: a database, the Data API before it, the app before that, and its mail. */
export async function openWorld(
	stage: Stage,
	name: string,
	statements: string[],
	{ withApp = true } = {}
) {
	stage.clock.begin(0);
	const url = await stage.copy(name);
	const sql = postgres(url, { max: 1, onnotice: () => {}, prepare: false });
	for (const statement of statements) if (statement) await sql.unsafe(statement);
	await sql`select set_config('request.jwt.claims', '', false)`;
	await sql`vacuum analyze`;
	await sql`call two_run.keep()`;
	const mail = await captureMail();
	const api = await startDataApi(stage, url, mail.port);
	const app = withApp ? await startApp(stage, api.port) : null;
	if (app) await dueJobsDone(sql);
	return {
		name,
		url,
		sql,
		mails: mail.mails,
		api: api.port,
		app: app?.port ?? 0,
		/** To how it was when it opened, row by row. */
		goBack: async () => {
			mail.mails.length = 0;
			await sql`call two_run.go_back()`;
		},
		/** All rows but those of care, and of some tables more. */
		rowsOutside: async (secret: string[] = []) => {
			const tables = await sql<{ name: string; rows: string }[]>`
				select * from two_run.outside_care() o where o.name <> all (${secret})
			`;
			return tables.map(({ name: table, rows }) => ({
				channel: 'rows',
				text: `${table}\n${rows}`
			}));
		},
		close: async () => {
			await Promise.all([app?.stop(), api.stop(), mail.stop()]);
			await forgetStatements(sql);
			await sql.end({ timeout: 1 });
		}
	};
}

/**
 * Empties the counters of statements of this database. There is room for five thousand on a server,
 * and when they are full the newest go first: also the one that somebody waits for.
 */
export async function forgetStatements(sql: postgres.Sql) {
	await sql`
		select extensions.pg_stat_statements_reset(0, d.oid, 0)
		from pg_database d where d.datname = current_database()
	`;
}

// The app lets the database do what is due as soon as it starts, beside whatever it is asked.
async function dueJobsDone(sql: postgres.Sql) {
	for (let tries = 0; tries < 200; tries++) {
		const [done] = await sql`
			select from extensions.pg_stat_statements s join pg_database d on d.oid = s.dbid
			where d.datname = current_database() and s.query like '%run_due_jobs%' and s.toplevel
		`;
		if (done) return;
		await pause(50);
	}
	throw new Error('The app did not let the database do what is due.');
}
