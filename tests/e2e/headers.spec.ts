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
