import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './support/app.ts';
import { sidewaysScroll, smallTargets } from './support/measure.ts';
import { pages } from './support/pages.ts';
import { signIn } from './support/people.ts';
import { expect, test as base } from './support/test.ts';
import { makeWorld, type World } from './support/world.ts';

type SignedIn = Record<
	'host' | 'mover' | 'facilitator' | 'worker' | 'administrator' | 'organiser' | 'contact',
	BrowserContextOptions
>;

const test = base.extend<object, { world: World; signedIn: SignedIn }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright asks for a pattern.
	world: [async ({}, use) => use(await makeWorld()), { scope: 'worker' }],
	signedIn: [
		async ({ browser, world }, use) => {
			const stateOf = async (who: keyof SignedIn) => {
				const context = await browser.newContext();
				await signIn(context, world[who]);
				const storageState = await context.storageState();
				await context.close();
				return { storageState };
			};
			await use({
				host: await stateOf('host'),
				mover: await stateOf('mover'),
				facilitator: await stateOf('facilitator'),
				worker: await stateOf('worker'),
				administrator: await stateOf('administrator'),
				organiser: await stateOf('organiser'),
				contact: await stateOf('contact')
			});
		},
		{ scope: 'worker' }
	]
});

/** The rules that can differ between light and dark; all others look at the same page twice. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

for (const { route, title, who, arrive } of pages) {
	test(`${title} can be used by everybody`, async ({ world, signedIn, visit }) => {
		const page = await visit(undefined, { ...(who && signedIn[who]), reducedMotion: 'reduce' });
		await arrive(page, world);
		await expect.soft(page.getByRole('heading', { level: 1 }), route).toHaveCount(1);
		await expect.soft(page).toHaveTitle(/(^| - )Buurtplein$/);
		// A telephone keeps titles in its history and shows them when apps are switched.
		const { host, member, mover } = title === 'signed up' ? {} : world;
		for (const known of [host, member, mover])
			expect.soft(await page.title()).not.toContain(known?.firstName ?? 'nobody');
		expect.soft(await smallTargets(page), 'targets of 44 by 44').toEqual([]);

		expect.soft(await violations(page), 'light').toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		expect.soft(await violations(page, OF_COLOUR), 'dark').toEqual([]);
		await page.setViewportSize({ width: 320, height: 640 });
		for (const [letters, direction] of [
			['normal', 'ltr'],
			['large', 'ltr'],
			['large', 'rtl'],
			['normal', 'rtl']
		] as const) {
			await page.locator('html').evaluate(dress, { letters, direction });
			expect.soft(await sidewaysScroll(page), `${letters} letters, ${direction}`).toBe(0);
		}
	});
}

test('every page is on the list', () => {
	const routes = join(root, 'src/routes');
	const found = readdirSync(routes, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('+page.svelte'))
		.map((path) => dirname(path).replaceAll('\\', '/'));
	expect([...new Set(pages.map(({ route }) => route))].sort()).toEqual(found.sort());
});

test('a page that is not there can be used by everybody', async ({ visit }) => {
	const page = await visit();
	await page.goto('/nergens');
	await expect(page).toHaveTitle(/ - Buurtplein$/);
	expect(await violations(page)).toEqual([]);
	expect(await smallTargets(page)).toEqual([]);
});

test('where there is no page, who is signed in still has the way to everything', async ({
	signedIn,
	visit
}) => {
	const page = await visit(undefined, signedIn.host);
	for (const path of ['/nergens', '/me/plan/niets', '/clients']) {
		expect((await page.goto(path))?.status(), path).toBe(404);
		await expect(page.getByRole('link', { name: 'Mijn', exact: true })).toBeVisible();
		await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
		expect(await violations(page), path).toEqual([]);
	}
});

function dress(html: Element, { letters, direction }: { letters: string; direction: string }) {
	html.setAttribute('data-text-size', letters);
	html.setAttribute('dir', direction);
}

async function violations(page: Page, rules?: string[]) {
	const axe = new AxeBuilder({ page });
	const found = await (rules ? axe.withRules(rules) : axe).analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
