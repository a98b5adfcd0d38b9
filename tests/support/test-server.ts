import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createMigratedDatabase } from '../../supabase/local/migrations.ts';
import { startPostgres } from '../../supabase/local/postgres.ts';
import { TEMPLATE } from './database.ts';

const root = join(import.meta.dirname, '../../.data/tests');

/**
 * Starts a PostgreSQL of this run alone, with the migrated template in it, and puts its address in
 * TEST_POSTGRES_URL. Returns what stops it and wipes its files. Vitest calls it as a global setup.
 */
export default async function startTestServer() {
	removeLeftovers();
	const directory = join(root, String(process.pid));
	const server = await startPostgres({
		directory,
		// Thirty telephones at once in several test files; nothing here has to survive a power cut.
		settings: {
			max_connections: '200',
			fsync: 'off',
			synchronous_commit: 'off',
			full_page_writes: 'off'
		}
	});
	const stop = async () => {
		await server.stop();
		rmSync(directory, { recursive: true, force: true });
	};
	try {
		await createMigratedDatabase(server, TEMPLATE);
	} catch (error) {
		await stop();
		throw error;
	}
	process.env.TEST_POSTGRES_URL = server.url();
	return stop;
}

// Each run has its own directory, named after its process, so a directory without one is litter.
function removeLeftovers() {
	mkdirSync(root, { recursive: true });
	for (const name of readdirSync(root)) {
		try {
			process.kill(Number.parseInt(name), 0);
		} catch {
			rmSync(join(root, name), { recursive: true, force: true });
		}
	}
}
