// Runs before anything is installed, on whatever Node the machine has (20 or later).
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const windows = process.platform === 'win32';

/** The Node that package.json asks for, as a path; it is there once the packages are installed. */
export const node = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');

/** Installs the packages when package-lock.json asks for others than are there. */
export async function ensureInstalled() {
	if (!isInstalled()) {
		console.log('Installing packages...');
		const npm = process.env.npm_execpath;
		const code = await (npm
			? run(process.execPath, [npm, 'ci', '--loglevel', 'error'])
			: run(windows ? 'npm.cmd' : 'npm', ['ci', '--loglevel', 'error'], { shell: windows }));
		if (code !== 0) process.exit(code);
	}
	if (!existsSync(node)) {
		console.error('The package "node" was not unpacked. Run: npm rebuild node');
		process.exit(1);
	}
}

/**
 * Runs a program until it ends and gives its exit code. It is told when this process is asked to end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
	const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
	/** @param {NodeJS.Signals} signal */
	const pass = (signal) => child.kill(signal);
	const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
	for (const signal of signals) process.on(signal, pass);
	// The shell between npm and this process dies of a signal without passing it on.
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.env.npm_lifecycle_event && process.ppid !== parent) pass('SIGTERM');
	}, 500);
	return new Promise((done, fail) => {
		child.once('error', fail);
		child.once('close', (code, signal) => {
			clearInterval(watch);
			for (const name of signals) process.off(name, pass);
			// What was interrupted takes the whole with it: nothing further is started.
			if (signal) process.exit(1);
			done(code ?? 1);
		});
	});
}

function isInstalled() {
	const wanted = packages('package-lock.json');
	const present = packages('node_modules/.package-lock.json');
	return Object.entries(wanted).every(
		([path, { version, optional }]) => !path || optional || present[path]?.version === version
	);
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packages(file) {
	const path = join(root, file);
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}
