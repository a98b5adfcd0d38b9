import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { moveIn } from './support/database.ts';
import { staffOf } from './support/matches.ts';
import { expect, test } from './support/test.ts';

/** How many sheets of paper a page takes, at the size it asks for. */
async function sheets(page: Page) {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	return Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
}

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
