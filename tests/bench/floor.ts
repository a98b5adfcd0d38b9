import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';

const root = join(import.meta.dirname, '../..');
const source = join(import.meta.dirname, 'floor');
const target = join(root, '.data/bench/floor');
const server = 'src/production-server.js';

/**
 * Builds the floor: empty pages, made with the app's own Kit and served by the app's own server.
 * Everything else is measured against it. Gives the server's path.
 */
export async function buildFloor() {
	const stamp = join(target, '.sources');
	const sources = hashOfSources();
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
		rmSync(target, { recursive: true, force: true });
		cpSync(source, target, { recursive: true });
		cpSync(join(root, server), join(target, server));
		const vite = join(root, 'node_modules/vite/bin/vite.js');
		await promisify(execFile)(process.execPath, [vite, 'build'], { cwd: target });
		writeFileSync(stamp, sources);
	}
	return join(target, server);
}

function hashOfSources() {
	const hash = createHash('sha256');
	for (const name of globSync('**/*.*', { cwd: source }).sort()) {
		hash.update(name).update(readFileSync(join(source, name)));
	}
	for (const file of [server, 'package-lock.json']) hash.update(readFileSync(join(root, file)));
	return hash.digest('hex');
}
