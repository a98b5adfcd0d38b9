// npm test: everything CI checks, one part after the other, with one count of all tests at the end.
// Starts on any Node from 20 on, since it may have to install the project's own first.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureBuilt } from '../../supabase/local/build.js';
import { ensureInstalled, node, root } from '../../supabase/local/install.js';

const LONGEST_MS = 30 * 60_000;
const results = join(root, 'test-results');

/**
 * Each part: an npm script, and how it reports: in a Vitest or Playwright file, or a closing line.
 * @typedef {{ script: string, report?: 'line' | 'vitest' | 'playwright' }} Part
 */

/** One after the other: each start of Vitest writes the messages anew under whoever reads them. @type {Part[]} */
const parts = [
	{ script: 'check' },
	{ script: 'lint' },
	{ script: 'test:types', report: 'line' },
	{ script: 'test:advisors', report: 'line' },
	{ script: 'test:db', report: 'line' },
	{ script: 'test:unit', report: 'vitest' },
	{ script: 'test:privacy', report: 'vitest' },
	{ script: 'test:races', report: 'vitest' },
	{ script: 'test:bytes', report: 'line' },
	{ script: 'test:e2e', report: 'playwright' }
];

await ensureInstalled();
await ensureBuilt();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
await runPart('chromium', node, ['tests/support/ensure-chromium.ts']);
for (const part of parts) await runScript(part);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

/** @param {Part} part */
async function runScript({ script, report }) {
	if (wanted.length && !wanted.includes(script)) return;
	const file = join(results, `${script.replace(':', '-')}.json`);
	const extra =
		report === 'vitest'
			? ['--', '--reporter=default', '--reporter=json', `--outputFile=${file}`]
			: [];
	const npm = process.env.npm_execpath;
	const [command, first] = npm ? [node, [npm]] : ['npm', []];
	await runPart(script, command, [...first, 'run', '--silent', script, ...extra], report);
}

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {string} [report]
 */
async function runPart(name, command, args, report) {
	const started = Date.now();
	const { code, output } = await capture(command, args);
	writeFileSync(join(results, `${name.replace(':', '-')}.log`), output);
	const { passed, failed } = count(name, output, report);
	const broken = code !== 0 || (report && passed + failed === 0);
	total.passed += passed;
	total.failed += broken && !failed ? 1 : failed;
	const seconds = Math.round((Date.now() - started) / 1000);
	const counts = report ? `, ${passed} passed, ${failed} failed` : '';
	console.log(`${broken ? '✗' : '✓'} ${name} (${seconds} s${counts})`);
	if (broken) console.log(output.split('\n').slice(-200).join('\n'));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function capture(command, args) {
	const PATH = [join(root, 'node_modules/.bin'), dirname(node), process.env.PATH].join(delimiter);
	const env = { ...process.env, PATH, FORCE_COLOR: '0' };
	// A group of its own, since npm's shell would die of a signal without passing it on.
	const stdio = /** @type {const} */ (['ignore', 'pipe', 'pipe']);
	const child = spawn(command, args, { cwd: root, env, stdio, detached: true });
	const end = () => child.pid && process.kill(-child.pid, 'SIGTERM');
	process.once('exit', end);
	const limit = setTimeout(end, LONGEST_MS);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
	return new Promise((done) => {
		child.once('error', (error) => (output += String(error)));
		child.once('close', (code) => {
			clearTimeout(limit);
			process.off('exit', end);
			done({ code, output });
		});
	});
}

/**
 * @param {string} name
 * @param {string} output
 * @param {string} [report]
 */
function count(name, output, report) {
	const file = join(
		results,
		report === 'playwright' ? 'e2e.json' : `${name.replace(':', '-')}.json`
	);
	if (report === 'line') {
		const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
		return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
	}
	if (!report || !existsSync(file)) return { passed: 0, failed: 0 };
	const found = JSON.parse(readFileSync(file, 'utf8'));
	if (report === 'vitest') return { passed: found.numPassedTests, failed: found.numFailedTests };
	const { expected, flaky, unexpected } = found.stats;
	return { passed: expected + flaky, failed: unexpected };
}
