import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { demo } from '../../supabase/local/demo.ts';
import { browserOptions } from '../e2e/support/app.ts';
import { measureFirstVisit, type FirstVisit } from './first-visit.ts';
import { ownGroup, signIn, type Cookie } from './member.ts';
import { atMost, atMostTimes, report, table, tally, type Figure } from './report.ts';
import { countRoundTrips } from './round-trips.ts';
import { startServers, type Servers } from './servers.ts';

const KB_IN_ALL = 75;
const REQUESTS = 15;
const MEMBER_JS = 1.25;
const CSS_KB = 12;
const ROUND_TRIPS = 2;

const css = join(import.meta.dirname, '../../build/client/_app/immutable/assets/*.css');
const openPages = ['/', '/join', `/join/${demo.posterCode}`];

/** What a first visit to each page costs, against the budgets of the design. */
export async function measureBytes(servers: Servers): Promise<Figure[]> {
	const host = await signIn(servers.backend, demo.people[0]!.email);
	const memberPages = ['/today', await ownGroup(servers.app, host)];
	const trips = await countRoundTrips(servers, memberPages, host);
	const browser = await chromium.launch(browserOptions);
	try {
		const visit = (url: string, cookies?: Cookie[]) => measureFirstVisit(browser, url, cookies);
		const floor = {
			open: await visit(servers.floor + '/'),
			member: await visit(servers.floor + '/member')
		};
		const figures: Figure[] = [];
		for (const page of openPages) {
			const found = await visit(servers.app + page);
			figures.push(
				atMost(0, { name: `${page}: JS`, unit: 'kB', value: found.js }),
				...sizes(page, found, floor.open)
			);
		}
		for (const page of memberPages) {
			const found = await visit(servers.app + page, host);
			const name = page.replace(/[0-9a-f-]{36}/, '...');
			const { calls, atOnce } = trips[page]!;
			const js = {
				name: `${name}: JS`,
				unit: 'kB',
				value: found.js,
				floor: floor.member.js
			} as const;
			figures.push(
				atMostTimes(MEMBER_JS, js),
				...sizes(name, found, floor.member),
				atMost(ROUND_TRIPS, { name: `${name}: backend`, unit: 'calls', value: calls }),
				atMost(0, {
					name: `${name}: backend, one after the other`,
					unit: 'calls',
					value: calls - atOnce
				})
			);
		}
		return [...figures, atMost(CSS_KB, { name: 'CSS, all of it', unit: 'kB', value: allCss() })];
	} finally {
		await browser.close();
	}
}

const sizes = (name: string, found: FirstVisit, floor: FirstVisit) => [
	report({ name: `${name}: CSS`, unit: 'kB', value: found.css }),
	atMost(KB_IN_ALL, {
		name: `${name}: in all`,
		unit: 'kB',
		value: found.total,
		floor: floor.total
	}),
	atMost(REQUESTS, {
		name: `${name}: requests`,
		unit: 'requests',
		value: found.requests,
		floor: floor.requests
	})
];

const allCss = () =>
	globSync(css).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;

if (import.meta.main) {
	const servers = await startServers();
	try {
		const figures = await measureBytes(servers);
		const { failed, line } = tally(figures);
		console.log(`${table(figures)}\n\n${line}`);
		if (failed) process.exitCode = 1;
	} finally {
		await servers.stop();
	}
	process.exit();
}
