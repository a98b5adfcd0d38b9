import { onMigratedDatabase } from './supabase-cli.ts';

try {
	console.log(await onMigratedDatabase(['db', 'advisors', '--fail-on', 'warn']));
	console.log('1 passed, 0 failed');
} catch (error) {
	const { stdout = '', stderr = String(error) } = error as { stdout?: string; stderr?: string };
	console.log(stdout, stderr, '\n0 passed, 1 failed');
	process.exitCode = 1;
}
