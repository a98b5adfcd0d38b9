import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const target = join(root, '.data/bench/floor');
const server = 'src/production-server.js';

/** Two empty pages, one without a script and one with a form. Here, lest tools take them for the app. */
const files = {
	'package.json': '{ "type": "module" }',
	'svelte.config.js': `
		import adapter from '@sveltejs/adapter-node';
		export default { kit: { adapter: adapter() } };`,
	'vite.config.js': `
		import { sveltekit } from '@sveltejs/kit/vite';
		export default { plugins: [sveltekit()] };`,
	'src/app.html': `<!doctype html>
		<html lang="nl">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<link rel="icon" href="data:," />
				%sveltekit.head%
			</head>
			<body>%sveltekit.body%</body>
		</html>`,
	'src/routes/+page.js': 'export const csr = false;',
	'src/routes/+page.svelte': '<h1>Leeg</h1>',
	'src/routes/member/+page.server.js':
		'export const actions = { default: () => ({ done: true }) };',
	'src/routes/member/+page.svelte': `
		<script>
			import { enhance } from '$app/forms';
		</script>
		<h1>Leeg</h1>
		<form method="POST" use:enhance><button>Verder</button></form>`
};

/**
 * Builds the floor, against which everything is measured: empty pages, made with the app's own Kit
 * and served by the app's own server. Gives the server's path.
 */
export async function buildFloor() {
	const stamp = join(target, '.sources');
	const sources = JSON.stringify([files, read(server), read('package-lock.json')]);
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
		rmSync(target, { recursive: true, force: true });
		for (const [name, content] of Object.entries(files)) {
			mkdirSync(dirname(join(target, name)), { recursive: true });
			writeFileSync(join(target, name), content);
		}
		cpSync(join(root, server), join(target, server));
		const vite = join(root, 'node_modules/vite/bin/vite.js');
		await promisify(execFile)(process.execPath, [vite, 'build'], { cwd: target });
		writeFileSync(stamp, sources);
	}
	return join(target, server);
}

const read = (name: string) => readFileSync(join(root, name), 'utf8');
