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
	const url = await stage.copy(name);
	const sql = postgres(url, { max: 1, onnotice: () => {}, prepare: false });
	for (const statement of statements) if (statement) await sql.unsafe(statement);
	await sql`select set_config('request.jwt.claims', '', false)`;
	await sql`vacuum analyze`;
	await sql`call two_run.keep()`;
	const mail = await captureMail();
	const api = await startDataApi(stage, url, mail.port);
	const app = withApp ? await startApp(stage, api.port) : null;
	return {
		name,
		url,
		sql,
		mails: mail.mails,
		api: api.port,
		app: app?.port ?? 0,
		/** To how it was when it opened; wholly: to the very bytes of its tables. */
		goBack: async (wholly: boolean) => {
			mail.mails.length = 0;
			await sql`call two_run.go_back(${wholly})`;
		},
		rowsOutsideCare: async () => {
			const tables = await sql<{ name: string; rows: string }[]>`
				select * from two_run.outside_care()
			`;
			return tables.map(({ name: table, rows }) => ({
				channel: 'rows',
				text: `${table}\n${rows}`
			}));
		},
		close: async () => {
			await Promise.all([app?.stop(), api.stop(), mail.stop(), sql.end({ timeout: 1 })]);
		}
	};
}
