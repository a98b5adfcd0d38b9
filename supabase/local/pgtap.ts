import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openTestDatabase } from '../../tests/support/database.ts';
import startTestServer from '../../tests/support/test-server.ts';
import { addPgtap, installPgtap, readScript, runTap } from './tap.ts';

const tests = join(import.meta.dirname, '../tests');

/** Runs every pgTAP file (or those whose name holds an argument), each in a database of its own. */
async function main(filters: string[]) {
	const files = readdirSync(tests)
		.filter((file) => file.endsWith('.sql'))
		.filter((file) => !filters.length || filters.some((filter) => file.includes(filter)))
		.sort();
	const stop = await startTestServer();
	let passed = 0;
	let failed = 0;
	try {
		await installPgtap();
		for (const file of files) {
			const result = await runFile(file);
			passed += result.passed;
			failed += result.failures.length;
			console.log(`${result.failures.length ? '✗' : '✓'} ${file} (${result.passed})`);
			for (const failure of result.failures) console.log(failure.replace(/^/gm, '    '));
		}
	} finally {
		await stop();
	}
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed || !passed ? 1 : 0;
}

async function runFile(file: string) {
	const database = await openTestDatabase(file);
	try {
		const sql = database.connect({ max: 1 });
		await addPgtap(sql);
		return await runTap(sql, readScript(join(tests, file)));
	} finally {
		await database.close();
	}
}

await main(process.argv.slice(2));
