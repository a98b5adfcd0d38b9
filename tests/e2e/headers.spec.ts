import type { Page } from '@playwright/test';
import { address } from './support/app.ts';
import { moveIn, startGroup } from './support/database.ts';
import { expect, test } from './support/test.ts';

test('no answer with something personal in it is kept by anybody', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(host);
	const visitor = await visit();
	const own = ['/today', `/groups/${group.id}`, '/me', '/today/__data.json', '/nergens', '/'];
	const open = ['/', '/join', `/join/${neighbourhood.posterCode}`, '/join/00000000', '/sign-in'];
	const answers = [
		...(await Promise.all(own.map((path) => get(page, path)))),
		...(await Promise.all([...open, '/today', '/health'].map((path) => get(visitor, path)))),
		await page.request.post('/me?/settings', {
			form: { language: 'nl', theme: 'system', textSize: 'normal' },
			headers: { origin: address, accept: 'text/html' },
			maxRedirects: 0
		})
	];
	const kept = answers
		.filter((answer) => answer.headers()['cache-control'] !== 'private, no-store')
		.map((answer) => `${answer.status()} ${new URL(answer.url()).pathname}`);
	expect(kept).toEqual([]);
});

const kept = ['/', '/join', '/sign-in'];

test('the page kept for visitors is the page as it is made, in their own language', async () => {
	for (const path of kept) {
		for (const language of ['nl', 'en']) {
			const ask = (headers = {}) => read(path, { 'accept-language': language, ...headers });
			const made = await ask({ cookie: 'stranger=yes' });
			expect(made.body).toContain(`<html lang="${language}"`);
			for (const encoding of ['br', 'gzip', 'identity', 'gzip;q=0, br;q=0']) {
				expect(await ask({ 'accept-encoding': encoding }), `${path} ${encoding}`).toEqual(made);
			}
		}
	}
});

test('nobody with a cookie gets the page kept for visitors, or leaves theirs behind', async ({
	neighbourhood,
	visit
}) => {
	const host = await visit(await moveIn(neighbourhood, 'Fatima'));
	const session = (await host.context().cookies()).map(({ name, value }) => `${name}=${value}`);
	const email = `fatima-${neighbourhood.posterCode}@example.nl`;
	const flow = `sign_in_flow=${encodeURIComponent(JSON.stringify({ email }))}`;
	for (const path of kept) {
		const plain = await read(path);
		const of = async (cookie: string) => (await read(path, { cookie })).body;
		expect(await of('theme=dark')).toContain('data-theme="dark"');
		expect(await of('text_size=large')).toContain('data-text-size="large"');
		expect(await of('language=en')).toContain('<html lang="en"');
		expect((await of(flow)).includes(email)).toBe(path === '/sign-in');
		expect((await of(session.join('; '))) === plain.body).toBe(path === '/join');
		await fetch(address + path, {
			method: 'POST',
			body: new URLSearchParams({ code: email, email })
		});
		expect(await read(path)).toEqual(plain);
	}
	expect(await read('/', { cookie: session.join('; ') })).toMatchObject({ status: 303 });
});

test('a policy forbids every script and style that is not ours', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Fatima'));
	const visitor = await visit();
	for (const answer of [
		await get(page, '/today'),
		await get(page, '/nergens'),
		await get(visitor, '/'),
		await get(visitor, '/join/00000000')
	]) {
		const policy = answer.headers()['content-security-policy'] ?? '';
		expect(policy).toContain("default-src 'self'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).toContain("base-uri 'none'");
		expect(policy).not.toMatch(/unsafe-(inline|eval)/);
		expect(policy).not.toContain('*');
		expect(answer.headers()['x-content-type-options']).toBe('nosniff');
		expect(answer.headers()['referrer-policy']).toBe('same-origin');
		expect(await answer.text()).not.toMatch(/ style="/);
	}
});

test('no page holds or fetches a script, and none fetches from elsewhere', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const [visitor, page] = [await visit(), await visit(host)];
	const asked: { url: string; type: string }[] = [];
	for (const telephone of [visitor, page]) {
		telephone.on('request', (request) => {
			asked.push({ url: request.url(), type: request.resourceType() });
		});
	}
	const open = ['/', '/join', `/join/${neighbourhood.posterCode}`, '/join/00000000', '/sign-in'];
	const own = ['/today', '/groups', `/groups/${group.id}`, `/meetups/${group.meetups[0]}`, '/me'];
	for (const [telephone, paths] of [
		[visitor, open],
		[page, own]
	] as const) {
		for (const path of paths) {
			await telephone.goto(path, { waitUntil: 'networkidle' });
			await expect(telephone.locator('script, link[rel=modulepreload]')).toHaveCount(0);
		}
	}
	expect(asked.length).toBeGreaterThan(open.length + own.length);
	expect(asked.filter(({ type }) => type === 'script' || type === 'fetch')).toEqual([]);
	expect(asked.filter(({ url }) => !url.startsWith(`${address}/`))).toEqual([]);
});

test('the session’s cookies are out of reach of scripts and other sites', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Fatima'));
	const cookies = await page.context().cookies();
	const session = cookies.filter(({ name }) => name.startsWith('sb-'));
	expect(session.length).toBeGreaterThan(0);
	for (const cookie of session) {
		expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
	}
	for (const cookie of cookies) expect(cookie.sameSite, cookie.name).toBe('Lax');
	await page.goto('/today');
	expect(await page.evaluate(() => document.cookie)).not.toContain('sb-');
	expect(await page.content()).not.toMatch(/eyJ[\w-]+\.eyJ/);
});

const get = (page: Page, path: string) => page.request.get(path, { maxRedirects: 0 });

/** An answer without what differs from one moment or way of sending to the next. */
async function read(path: string, headers: Record<string, string> = {}) {
	const own = { 'accept-language': 'nl', ...headers };
	const answer = await fetch(address + path, { headers: own, redirect: 'manual' });
	const sent = /^(date|connection|keep-alive|(content|transfer)-(encoding|length))$/;
	return {
		status: answer.status,
		headers: [...answer.headers].filter(([name]) => !sent.test(name)),
		body: await answer.text()
	};
}
