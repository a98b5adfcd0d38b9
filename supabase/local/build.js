import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, run } from './install.js';

const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const GENERATED = ['src/lib/paraglide', 'src/lib/i18n/project.inlang/cache'];
const STAMP = join(root, 'build/.sources');

/** Builds the app when build/ is not that of these sources. */
export async function ensureBuilt() {
	const hash = createHash('sha256');
	for (const source of SOURCES) addTo(hash, source);
	const sources = hash.digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
	console.log('Building...');
	const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'];
	const code = await run(node, vite, { stdio: ['ignore', 'ignore', 'inherit'] });
	if (code !== 0) process.exit(code);
	writeFileSync(STAMP, sources);
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
	const file = join(root, path);
	if (GENERATED.includes(path)) return;
	if (statSync(file).isDirectory()) {
		for (const name of readdirSync(file).sort()) addTo(hash, `${path}/${name}`);
	} else {
		hash.update(path).update('\0').update(readFileSync(file)).update('\0');
	}
}
