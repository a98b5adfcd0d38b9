import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import postgres from 'postgres';
import { extract } from 'tar';
import { openTestDatabase } from '../../tests/support/database.ts';

/** A script with what it includes; psql, which `supabase test db` runs, reads `\ir` the same way. */
export function readScript(path: string): string {
	return readFileSync(path, 'utf8').replace(/^\\ir (.+)$/gm, (_, included: string) =>
		readScript(resolve(dirname(path), included))
	);
}

/** Runs a pgTAP script on one connection that has the extension; says what passed and what failed. */
export async function runTap(sql: postgres.Sql | postgres.TransactionSql, script: string) {
	try {
		return readTap(tapLines(await sql.unsafe(script)));
	} catch (error) {
		return { passed: 0, failures: [explain(error, script)] };
	}
}

/** Gives a test database the extension, usable by every role, as the tests act as people. */
export async function addPgtap(sql: postgres.Sql) {
	await sql`create extension pgtap with schema extensions`;
	// The first migration takes execution of new functions from everybody.
	await sql`grant execute on all functions in schema extensions to public`;
}

/** The text that a script's `select`s gave, a line each: pgTAP speaks TAP that way. */
function tapLines(results: unknown) {
	const sets = results as Record<string, unknown>[][] | Record<string, unknown>[];
	const rows = (sets.flat(1) as Record<string, unknown>[]).filter(Boolean);
	return rows.flatMap((row) => String(Object.values(row)[0] ?? '').split('\n'));
}

function readTap(lines: string[]) {
	const failures: string[] = [];
	let planned: number | undefined;
	let ran = 0;
	let failing = false;
	for (const line of lines) {
		if (/^(not )?ok\b/.test(line)) {
			ran++;
			// What is put off or left out was not seen to hold either.
			failing = line.startsWith('not') || /# (TODO|SKIP)\b/i.test(line);
			if (failing) failures.push(line);
		} else if (/^1\.\.\d+/.test(line)) {
			planned = Number(line.slice(3).split(' ')[0]);
		} else if (failing && line.startsWith('#')) {
			failures.push(`${failures.pop()}\n${line}`);
		}
	}
	const passed = ran - failures.length;
	if (planned !== ran) failures.push(`planned ${planned ?? 'no'} assertions, ran ${ran}`);
	return { passed, failures };
}

function explain(error: unknown, script: string) {
	if (!(error instanceof postgres.PostgresError)) return String(error);
	const before = script.slice(0, Number(error.position ?? 0)).split('\n').length;
	const line = error.position && `at: ${script.split('\n')[before - 1]}`;
	return [`${error.code} ${error.message}`, line, error.detail, error.where]
		.filter(Boolean)
		.join('\n');
}

/** Takes pgTAP's files from Supabase Lite's PGlite: the embedded PostgreSQL does not have them. */
export async function installPgtap() {
	const database = await openTestDatabase('pgtap');
	const [row] = await database.sql`select setting from pg_config where name = 'SHAREDIR'`;
	await database.close();
	const share = String(row?.setting);
	if (existsSync(join(share, 'extension/pgtap.control'))) return;
	const lite = createRequire(import.meta.resolve('@supabase/lite'));
	const file = join(dirname(lite.resolve('@electric-sql/pglite')), 'pgtap.tar.gz');
	await extract({
		file,
		cwd: share,
		strip: 2,
		filter: (path) => /\/extension\/pgtap(\.control|--[\d.]+\.sql)$/.test(path)
	});
}
