// npm start and npm run dev. Runs on any Node from 20 on; what it starts runs on the project's own.
import { ensureBuilt } from './build.js';
import { ensureInstalled, node, run } from './install.js';

const args = process.argv.slice(2);
await ensureInstalled();
if (!args.includes('--dev')) await ensureBuilt();
process.exit(
	await run(node, ['supabase/local/start.ts', ...args], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	})
);
