import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openTestDatabase } from '../../tests/support/database.ts';
import startTestServer from '../../tests/support/test-server.ts';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'node_modules/.bin/supabase');

/**
 * Runs the official Supabase command on a fresh database that has every migration, and gives what it
 * printed. Throws with its own words when it ends with another code than 0.
 */
export async function onMigratedDatabase(args: string[]) {
	const stop = await startTestServer();
	try {
		const database = await openTestDatabase('cli');
		const remote = `--remote=${database.url}?sslmode=disable`;
		const env = { ...process.env, DO_NOT_TRACK: '1', SUPABASE_TELEMETRY_DISABLED: '1' };
		const options = { cwd: root, env, maxBuffer: 1e8 };
		const { stdout } = await promisify(execFile)(command, [...args, remote], options);
		await database.close();
		return stdout;
	} finally {
		await stop();
	}
}
