import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { createDatabase, type PostgresServer } from './postgres.ts';

const supabase = join(import.meta.dirname, '..');

/** The SQL that gives a new database what hosted Supabase has before the first migration. */
export function bootstrapSql() {
	return readFileSync(join(supabase, 'local/bootstrap.sql'), 'utf8') + authFunctionsSql();
}

/** The SQL that defines `auth.uid()` and its like; safe to apply again. */
export function authFunctionsSql() {
	return readFileSync(join(supabase, 'local/auth-functions.sql'), 'utf8');
}

/** The migration files, in the order in which Supabase applies them. */
export function migrationFiles() {
	const directory = join(supabase, 'migrations');
	return readdirSync(directory)
		.filter((file) => file.endsWith('.sql'))
		.sort()
		.map((file) => ({ file, sql: readFileSync(join(directory, file), 'utf8') }));
}

/** Makes a database with the bootstrap and every migration applied, and nothing else. */
export async function createMigratedDatabase(server: PostgresServer, name: string) {
	await createDatabase(server, name);
	const sql = postgres(server.url(name), { max: 1, onnotice: () => {} });
	try {
		await sql.unsafe(bootstrapSql());
		for (const { file, sql: statements } of migrationFiles()) {
			await sql.unsafe(statements).catch((error: Error) => {
				throw new Error(`Migration ${file}: ${error.message}`, { cause: error });
			});
		}
	} finally {
		await sql.end();
	}
}
