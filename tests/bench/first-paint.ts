import type { Browser } from '@playwright/test';
import type { Cookie } from './member.ts';
import { median } from './report.ts';

// Slow 4G as Chromium's own tools have it, in milliseconds and bytes a second.
const slow4g = { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const CPU_TIMES_SLOWER = 4;

export type Painted = { url: string; cookies?: Cookie[] };

/** When each page first shows something on a slow telephone, in milliseconds; the middle of the rounds. */
export async function measureFirstPaint(browser: Browser, pages: Painted[], rounds: number) {
	const times = pages.map(() => [] as number[]);
	for (let round = 0; round < rounds; round++) {
		for (const [index, page] of pages.entries()) times[index]!.push(await paint(browser, page));
	}
	return times.map(median);
}

async function paint(browser: Browser, { url, cookies = [] }: Painted) {
	const context = await browser.newContext();
	try {
		await context.addCookies(cookies.map((cookie) => ({ ...cookie, url })));
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', { offline: false, ...slow4g });
		await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
		await page.goto(url, { waitUntil: 'load' });
		return await page.evaluate(
			() =>
				new Promise<number>((done) =>
					new PerformanceObserver((list) => {
						for (const { name, startTime } of list.getEntries()) {
							if (name === 'first-contentful-paint') done(startTime);
						}
					}).observe({ type: 'paint', buffered: true })
				)
		);
	} finally {
		await context.close();
	}
}
