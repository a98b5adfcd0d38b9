import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readdirSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { node, root, run } from './install.js';

const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const GENERATED = ['src/lib/paraglide', 'src/lib/i18n/project.inlang/cache'];
const STAMP = join(root, 'build/.sources');
const LOG = join(root, '.data/build.log');

/** Builds the app when build/ is not that of these sources. */
export async function ensureBuilt() {
	const hash = createHash('sha256');
	for (const source of SOURCES) addTo(hash, source);
	const sources = hash.digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
	console.log('Building...');
	mkdirSync(dirname(LOG), { recursive: true });
	const log = openSync(LOG, 'w');
	const code = await run(node, ['node_modules/vite/bin/vite.js', 'build'], {
		stdio: ['ignore', log, log]
	});
	closeSync(log);
	if (code !== 0) {
		console.error(readFileSync(LOG, 'utf8'));
		process.exit(code);
	}
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
