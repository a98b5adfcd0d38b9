import type { Page } from '@playwright/test';
import { begin, goAway } from './support/contact.ts';
import { moveIn, openNeighbourhood, type Neighbourhood } from './support/database.ts';
import { staffOf } from './support/matches.ts';
import { signInHere } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** Waits until the telephone kept whom to call. */
const isKept = (page: Page, { slug }: Neighbourhood) =>
	expect
		.poll(() => page.evaluate((path) => caches.match(path).then(Boolean), `/contact/${slug}/kept`))
		.toBe(true);

/** What is said of now, whatever day it is: both are away. */
const NOW = /is er de komende twee weken niet/;

async function seesWhomToCall(page: Page) {
	await expect(page.getByText('Je hebt nu geen internet. Bellen kan wel.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Bel Anna' })).toHaveAttribute(
		'href',
		'tel:0612345678'
	);
	await expect(page.getByRole('link', { name: 'Bel 112' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Bel 113' })).toBeVisible();
	await expect(
		page.getByText('maandag tot en met vrijdag, van 9 tot 17 uur').first()
	).toBeVisible();
	await expect(page.getByText(NOW)).toHaveCount(0);
}

test('a visitor reads whom to call without internet, after one visit', async ({
	neighbourhood,
	visit
}) => {
	await goAway(neighbourhood);
	const page = await visit();
	await page.goto(`/contact/${neighbourhood.slug}`);
	await expect(page.getByText(NOW)).toBeVisible();
	await isKept(page, neighbourhood);
	await page.context().setOffline(true);
	await page.reload();
	await seesWhomToCall(page);
	const later = await page.context().newPage();
	await later.goto('/');
	await seesWhomToCall(later);
});

test('a neighbour does too, also after signing out, and nothing of that person is kept', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Zonneklaar'));
	await goAway(neighbourhood);
	await page.goto('/contact');
	await expect(page.getByText(NOW)).toBeVisible();
	await isKept(page, neighbourhood);
	await page.context().setOffline(true);
	await page.goto('/today');
	await seesWhomToCall(page);

	await page.context().setOffline(false);
	await page.goto('/me');
	await page.getByRole('button', { name: 'Log uit op deze telefoon' }).click();
	await isKept(page, neighbourhood);
	await page.context().setOffline(true);
	await page.goto('/contact');
	await seesWhomToCall(page);
	const everything = await page.evaluate(async () => {
		const found: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				found.push(request.url, await (await cache.match(request))!.text());
			}
		}
		return found.join('\n');
	});
	expect(everything).toContain('Bel Anna');
	expect(everything).not.toContain('Zonneklaar');
});

test('the last page that was looked at is shown, in the language that was chosen last', async ({
	neighbourhood,
	visit
}) => {
	const elsewhere = await openNeighbourhood();
	const page = await visit();
	const look = async (there: Neighbourhood) => {
		await page.goto(`/contact/${there.slug}`);
		await isKept(page, there);
	};
	await look(neighbourhood);
	await look(elsewhere);
	await look(neighbourhood);
	const last = () =>
		page.evaluate(async () => {
			const pages = (await (await caches.open('contact')).keys()).map(({ url }) => url);
			return new URL(pages.filter((url) => url.endsWith('/kept')).at(-1)!).pathname;
		});
	await expect.poll(last).toBe(`/contact/${neighbourhood.slug}/kept`);

	await page.getByRole('button', { name: 'English' }).click();
	const lang = () =>
		page.evaluate(
			(path) =>
				caches
					.match(path)
					.then((kept) => kept!.text())
					.then((html) => /<html[^>]* lang="(\w+)/.exec(html)?.[1]),
			`/contact/${neighbourhood.slug}/kept`
		);
	await expect.poll(lang).toBe('en');
});

test('on a telephone of somebody else nothing is kept, and the cookie goes', async ({
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	await staffOf(neighbourhood, 'contact_person');
	const page = await visit();
	const names = async () => (await page.context().cookies()).map(({ name }) => name);
	await page.goto(`/contact/${neighbourhood.slug}`);
	expect(await names()).toContain('contact');
	await page.goto('/sign-in');
	await signInHere(page, noor, false);
	expect(await names()).not.toContain('contact');

	for (const path of ['/contact', `/contact/${neighbourhood.slug}`]) {
		await page.goto(path);
		await expect(page.locator('[data-keep]')).toHaveCount(0);
	}
	await begin(page, 'een vraag');
	const draft = (await page.context().cookies()).find(({ name }) => name === 'new_request');
	expect(draft?.expires, 'until the browser closes').toBe(-1);
	expect(await names()).not.toContain('contact');
	await page.goto('/me');
	await page.getByRole('button', { name: 'Log uit op deze telefoon' }).click();
	await page.waitForURL('/');
	expect(await names()).not.toContain('contact');
});
