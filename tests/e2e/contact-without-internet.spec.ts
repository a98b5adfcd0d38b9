import type { Page } from '@playwright/test';
import { moveIn, type Neighbourhood } from './support/database.ts';
import { expect, test } from './support/test.ts';

/** Waits until the telephone kept whom to call. */
const isKept = (page: Page, { slug }: Neighbourhood) =>
	expect
		.poll(() => page.evaluate((path) => caches.match(path).then(Boolean), `/contact/${slug}/kept`))
		.toBe(true);

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
	await expect(page.getByText(/is er (vandaag|nu niet|morgen)/)).toHaveCount(0);
}

test('a visitor reads whom to call without internet, after one visit', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit();
	await page.goto(`/contact/${neighbourhood.slug}`);
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
	await page.goto('/contact');
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
