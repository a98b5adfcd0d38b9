import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { addService } from './support/contact.ts';
import { database, moveIn, startGroup } from './support/database.ts';
import { staffOf } from './support/matches.ts';
import { sheets } from './support/paper.ts';
import { expect, test } from './support/test.ts';

/** What a telephone reads from the only QR code in sight. */
async function scan(page: Page) {
	const code = page.getByRole('img', { name: /QR-code/ }).first();
	const pixels = await code.evaluate(async (svg) => {
		const size = 600;
		const picture = new Image();
		picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
		await picture.decode();
		const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
		const drawing = canvas.getContext('2d')!;
		drawing.drawImage(picture, 0, 0, size, size);
		return Array.from(drawing.getImageData(0, 0, size, size).data);
	});
	return decodeQR({ width: 600, height: 600, data: Uint8Array.from(pixels) }, { format: 'RGBA' });
}

test('the card for the fridge: four on one sheet, and its code leads to Contact', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit();
	await page.goto(`/contact/${neighbourhood.slug}/card`);
	await expect(page.getByText('06 - 12 34 56 78').first()).toBeVisible();
	await expect(page.getByLabel('Tekst om te kopiëren')).toHaveValue(/Bel Anna: 06 - 12 34 56 78/);
	expect(await scan(page)).toMatch(new RegExp(`^http://.*/contact/${neighbourhood.slug}$`));
	expect(await sheets(page)).toBe(1);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.sheet > section:visible')).toHaveCount(4);
});

/** With letters as large as they are on a screen for who chose that. */
const withLargeLetters = (page: Page) =>
	page
		.context()
		.addCookies([{ name: 'text_size', value: 'large', url: new URL(page.url()).origin }]);

test('whatever the hours are, nothing of the card is cut off', async ({ neighbourhood, visit }) => {
	await addService(neighbourhood, 'gp_post', 'Huisartsenpost', '0900 - 1234 5678');
	await database()`
		update public.neighbourhoods set name = 'De Koffiedrinkersbuurt achter de Lindebloesem'
		where id = ${neighbourhood.id}
	`;
	await database()`
		update public.staff set first_name = 'Maria Wilhelmina Antonia'
		where neighbourhood_id = ${neighbourhood.id}
	`;
	await database()`delete from public.contact_hours h using public.staff s
		where s.id = h.staff_id and s.neighbourhood_id = ${neighbourhood.id}`;
	await database()`
		insert into public.contact_hours (staff_id, weekday, opens_at, closes_at)
		select s.id, d, make_time(8 + d % 3, 15 * (d % 4), 0), make_time(16 + d % 3, 30, 0)
		from public.staff s, generate_series(1, 7) d where s.neighbourhood_id = ${neighbourhood.id}
	`;
	const page = await visit();
	await page.goto(`/contact/${neighbourhood.slug}/card`);
	await withLargeLetters(page);
	await page.reload();
	// What a printer leaves of A4, at 96 dots an inch.
	await page.setViewportSize({ width: 718, height: 1046 });
	await page.emulateMedia({ media: 'print' });
	const sections = page.locator('.sheet > section');
	await expect(sections.first().getByText(/van 10.15 tot 18.30 uur/)).toBeVisible();
	const cut = await sections.evaluateAll((all) =>
		all.map((one) => one.scrollHeight - one.clientHeight)
	);
	expect(Math.max(...cut), 'not taller than its place').toBeLessThanOrEqual(0);
	expect(cut).toHaveLength(4);
	expect(await sheets(page)).toBe(1);
	// Where it would be too much after all, the hours go first.
	const words = await sections.first().innerText();
	expect(words.indexOf('112')).toBeLessThan(words.indexOf('van 10.15'));
});

test('a poster with five long moments is one sheet, also with large letters', async ({
	neighbourhood,
	visit
}) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	for (const [nth, name] of ['Kees', 'Bea', 'Mo', 'Wil', 'Noor'].entries())
		await startGroup(await moveIn(neighbourhood, name), { inDays: nth + 2 });
	await database()`
		update public.groups set place_name = 'Wijkcentrum De Lindebloesem, zaal boven de bibliotheek'
		where neighbourhood_id = ${neighbourhood.id}
	`;
	const page = await visit(anna);
	await page.goto(`/desk/paper/${neighbourhood.slug}`);
	await withLargeLetters(page);
	await page.getByRole('button', { name: 'Maak een poster' }).click();
	await expect(page.getByText(/zaal boven de bibliotheek/)).toHaveCount(5);
	expect(await sheets(page)).toBe(1);
});

test('a poster is one sheet, and both its codes let somebody in', async ({
	neighbourhood,
	visit
}) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	const page = await visit(anna);
	await page.goto(`/desk/paper/${neighbourhood.slug}`);
	await page.getByRole('button', { name: 'Maak een poster' }).click();
	const digits = await page.locator('.code').innerText();
	const link = await scan(page);
	expect(await sheets(page)).toBe(1);
	await page.getByRole('button', { name: 'Klaar' }).click();
	await expect(page.locator('.code')).toHaveCount(0);

	const visitor = await visit();
	await visitor.goto(link);
	await expect(visitor.getByRole('button', { name: 'Ik wil meedoen' })).toBeVisible();
	await visitor.goto('/join');
	await visitor.getByLabel('Code van acht cijfers').fill(digits);
	await visitor.getByRole('button', { name: 'Bekijk de code' }).click();
	await expect(visitor.getByRole('button', { name: 'Ik wil meedoen' })).toBeVisible();
});

test('a poster is made by who works there; for a resident there is no such page', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Kees'));
	const answer = await page.goto(`/desk/paper/${neighbourhood.slug}`);
	expect(answer?.status()).toBe(404);
	const nowhere = await page.goto('/contact/nergens/card');
	expect(nowhere?.status()).toBe(404);
});
