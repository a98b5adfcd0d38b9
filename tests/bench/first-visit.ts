import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession } from '@playwright/test';
import type { Cookie } from './member.ts';

/** What a first visit brings over the line, gzipped, headers included. CSS and JS also when inline. */
export type FirstVisit = { requests: number; total: number; js: number; css: number };

/** Opens a page in a browser that was never there before, and adds up what arrives. */
export async function measureFirstVisit(browser: Browser, url: string, cookies: Cookie[] = []) {
	const context = await browser.newContext({ extraHTTPHeaders: { 'accept-encoding': 'gzip' } });
	try {
		await context.addCookies(cookies.map((cookie) => ({ ...cookie, url })));
		const page = await context.newPage();
		const arrived = await watch(await context.newCDPSession(page));
		const response = await page.goto(url, { waitUntil: 'networkidle' });
		if (!response || response.url() !== url) throw new Error(`${url} led to ${response?.url()}.`);
		return addUp(arrived, await response.text());
	} finally {
		await context.close();
	}
}

type Arrived = Map<string, { type: string; bytes: number }>;

async function watch(session: CDPSession) {
	const arrived: Arrived = new Map();
	session.on('Network.responseReceived', ({ requestId, response }) => {
		if (response.url.startsWith('http')) {
			arrived.set(requestId, { type: response.mimeType, bytes: 0 });
		}
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const one = arrived.get(requestId);
		if (one) one.bytes = encodedDataLength;
	});
	await session.send('Network.enable');
	return arrived;
}

function addUp(arrived: Arrived, html: string): FirstVisit {
	// What came from the browser's own memory, such as a picture that is also the icon, has no bytes.
	const all = [...arrived.values()].filter(({ bytes }) => bytes > 0);
	const sum = (kind: RegExp) =>
		all.filter(({ type }) => kind.test(type)).reduce((bytes, one) => bytes + one.bytes, 0) / 1000;
	return {
		requests: all.length,
		total: sum(/./),
		js: sum(/javascript/) + inline(html, /<script\b[^]*?<\/script>/g),
		css: sum(/css/) + inline(html, /<style\b[^]*?<\/style>/g)
	};
}

const inline = (html: string, element: RegExp) =>
	(gzipSync(html).length - gzipSync(html.replace(element, '')).length) / 1000;
