import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { format, resolveConfig } from 'prettier';
import { openTestDatabase } from '../../tests/support/database.ts';
import startTestServer from '../../tests/support/test-server.ts';

const file = join(import.meta.dirname, '../../docs/register.md');
const grounds = [
	'agreement',
	'consent',
	'legal duty',
	'legitimate interest',
	'public task or agreement',
	'no personal data'
];

const intro = `# Register of processing

What the app keeps, table by table: what for, on which ground of the law, and how long. Made from the
comments of the tables by \`node supabase/local/register.ts\`; a table without them stops it. Rows past
their term are removed every hour by the rules in \`private.retention\`; with the account everything goes
that says "the account". Addresses for signing in are with Supabase Auth, as long as the account.
`;

/** The register as Markdown. Throws when a table does not say what for, on which ground, how long. */
export async function registerOf(sql: postgres.Sql) {
	const tables = await sql<{ name: string; comment: string }[]>`
		select relnamespace::regnamespace || '.' || relname as name,
			coalesce(obj_description(oid, 'pg_class'), '') as comment
		from pg_class
		where relkind in ('r', 'p', 'm', 'f')
			and relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
		order by relnamespace::regnamespace::text desc, relname
	`;
	const rows = tables.map(({ name, comment }) => {
		const [, what, ground = '', term] =
			/^(.+)\. Ground: ([^.]+)\. Term: ([^.]+)\.$/.exec(comment) ?? [];
		if (!grounds.includes(ground))
			throw new Error(
				`${name} says "${comment}", not "<what>. Ground: <${grounds.join(' | ')}>. Term: <how long>."`
			);
		return `| \`${name}\` | ${what} | ${ground} | ${term} |`;
	});
	const table = ['| table | what it holds | ground | term |', '|---|---|---|---|', ...rows];
	const options = await resolveConfig(file);
	return format(`${intro}\n${table.join('\n')}\n`, { ...options, parser: 'markdown' });
}

async function main() {
	const stop = await startTestServer();
	try {
		const database = await openTestDatabase('register');
		writeFileSync(file, await registerOf(database.sql));
		await database.close();
	} finally {
		await stop();
	}
}

if (process.argv[1] === import.meta.filename) await main();
