import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { onMigratedDatabase } from './supabase-cli.ts';

const file = join(import.meta.dirname, '../../src/lib/server/database.types.ts');

const generated = await onMigratedDatabase([
	'gen',
	'types',
	'--lang=typescript',
	'--schema=public'
]);
const types = await format(generated, { ...(await resolveConfig(file)), parser: 'typescript' });

if (!process.argv.includes('--check')) {
	writeFileSync(file, types);
} else if (readFileSync(file, 'utf8') === types) {
	console.log('1 passed, 0 failed');
} else {
	console.log('The database types are not those of the migrations. Run: npm run types');
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
}
