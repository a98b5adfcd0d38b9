import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { address } from './support/app.ts';
import { database, moveIn, startGroup } from './support/database.ts';
import { chooseFile, keepSpeaker, newFacilitator } from './support/speakers.ts';
import { expect, test } from './support/test.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

async function download(page: Page) {
	const started = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download de lijst' }).click();
	return readFile(await (await started).path());
}

test('a file with a bad row, then right, comes out again as it went in', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await newFacilitator(neighbourhood));
	await page.goto('/desk');
	await page.getByRole('link', { name: 'Sprekersbank' }).click();
	await expect(page.getByText('Er staat nog niemand in de sprekersbank.')).toBeVisible();
	await page.getByRole('link', { name: 'Zet een lijst erin' }).click();

	const head = 'Naam;Organisatie;Onderwerpen;E-mailadres;Telefoon;Aantekening';
	const zoe = 'Zoë de Wit;"Geld; en ""meer""";geld;zoe@example.org;+31 6 12345678;=1+1';
	const bad = 'Bram Bos;;sterren;bram(at)example.org;;';
	await chooseFile(page, Buffer.from(`${head}\r\n${zoe}\r\n${bad}\r\n`, 'latin1'));
	await expect(page.getByRole('alert')).toContainText('1 rij klopt nog niet');
	await expect(page.getByRole('heading', { name: 'Rij 3, ⁨Bram Bos⁩' })).toBeVisible();
	await expect(page.getByText('We kennen ⁨sterren⁩ niet')).toBeVisible();
	await expect(page.getByText('Er is niets bewaard.')).toBeVisible();
	const kept = () => database()`
		select name from public.speakers where neighbourhood_id = ${neighbourhood.id}
	`;
	expect(await kept()).toHaveLength(0);

	const good = 'Bram Bos;;natuur;bram@example.org;;';
	await chooseFile(page, Buffer.from(`${head}\r\n${zoe}\r\n${good}\r\n`, 'latin1'));
	await expect(page.getByText('2 sprekers zijn nieuw.')).toBeVisible();
	expect(await kept()).toHaveLength(0);
	await press(page, 'Bewaar deze lijst');
	await expect(page.getByRole('status')).toHaveText('2 sprekers zijn bewaard.');
	await page.getByRole('link', { name: 'Zoë de Wit' }).click();
	await expect(page.getByText('Geld; en "meer"')).toBeVisible();
	await expect(page.getByText('=1+1')).toBeVisible();
	await page.getByRole('link', { name: 'Ga terug' }).click();

	const out = await download(page);
	expect(out.toString()).toContain(";'+31 6 12345678;");
	expect(out.toString()).toContain(";'=1+1");
	await page.getByRole('link', { name: 'Zet een lijst erin' }).click();
	await chooseFile(page, out);
	await expect(page.getByText(/^2 sprekers staan er al/)).toBeVisible();
	await press(page, 'Bewaar deze lijst');
	await expect(page.getByRole('heading', { name: '2 sprekers', exact: true })).toBeVisible();
	expect((await download(page)).equals(out)).toBe(true);
});

test('ten thousand speakers go in; a file that is too large says so', async ({
	neighbourhood,
	visit
}) => {
	test.setTimeout(180_000);
	const page = await visit(await newFacilitator(neighbourhood));
	await page.goto(`/desk/speakers/${neighbourhood.slug}/import`);
	const rows = Array.from(
		{ length: 10_000 },
		(_, n) => `Spreker ${n};s${n}@example.org;geld, natuur;Komt graag langs op de dinsdag.`
	);
	const head = 'Naam;E-mailadres;Onderwerpen;Aantekening';
	for (const bytes of [4_500_000, 9_000_000]) {
		await chooseFile(page, `${head}\n${'x'.repeat(bytes)}`);
		await expect(page.getByRole('alert')).toContainText('Dit bestand is te groot.');
	}
	await chooseFile(page, [head, ...rows].join('\n'));
	await expect(page.getByText('10000 sprekers zijn nieuw.')).toBeVisible({ timeout: 60_000 });
	await press(page, 'Bewaar deze lijst');
	await expect(page.getByRole('status')).toHaveText('10000 sprekers zijn bewaard.', {
		timeout: 60_000
	});
	await page.getByRole('link', { name: 'Verder in de lijst' }).click();
	await expect(page.getByRole('heading', { name: '10000 sprekers' })).toBeVisible();
	expect((await download(page)).toString().split('\r\n')).toHaveLength(10_002);
});

test('a speaker is written down, found on a day, put away and back', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await newFacilitator(neighbourhood));
	await page.goto(`/desk/speakers/${neighbourhood.slug}`);
	await page.getByRole('link', { name: 'Zet een spreker erbij' }).click();
	await page.getByLabel('Naam', { exact: true }).fill('Ineke Vos');
	await page.getByLabel('Natuur').check();
	await page.getByLabel('Kan geen trappen lopen').check();
	await page.getByRole('group', { name: 'Dinsdag' }).getByLabel('ochtend').check();
	await press(page, 'Bewaar deze spreker');
	await expect(page.getByRole('alert')).toContainText('e-mailadres');
	await expect(page.getByLabel('Natuur')).toBeChecked();
	await page.getByLabel('E-mailadres').fill('ineke@example.org');
	await press(page, 'Bewaar deze spreker');
	await expect(page.getByRole('heading', { level: 1, name: 'Ineke Vos' })).toBeVisible();
	await expect(page.getByText('Kan geen trappen lopen.')).toBeVisible();

	const bank = `/desk/speakers/${neighbourhood.slug}`;
	const found = page.getByRole('link', { name: 'Ineke Vos' });
	// 1 December 2026 is a Tuesday.
	await page.goto(`${bank}?date=2026-12-01&part=morning`);
	await expect(found).toBeVisible();
	await page.goto(`${bank}?date=2026-12-01&part=evening`);
	await expect(page.getByText('Zo is er geen spreker.')).toBeVisible();
	await page.goto(bank);
	await found.click();
	await page.getByText('Dagen dat het niet kan').click();
	await page.getByLabel('Eerste dag').fill('2026-12-01');
	await press(page, 'Bewaar deze dagen');
	await expect(page.getByText('Kan niet: dinsdag 1 december.')).toBeVisible();
	await page.goto(`${bank}?date=2026-12-01`);
	await expect(page.getByText('Zo is er geen spreker.')).toBeVisible();

	await page.goto(bank);
	await found.click();
	await page.getByText('Leg deze spreker weg').click();
	await press(page, 'Ja, leg weg');
	await expect(page.getByRole('status')).toHaveText('De spreker is weggelegd.');
	await press(page, 'Zet terug in de lijst');
	await expect(page.getByRole('status')).toHaveText('De spreker staat weer in de lijst.');
	await page.goto(bank);
	await expect(found).toBeVisible();
});

test('nobody but a facilitator of the neighbourhood finds the sprekersbank', async ({
	neighbourhood,
	visit
}) => {
	const speaker = await keepSpeaker(neighbourhood);
	const host = await moveIn(neighbourhood, 'Fatima');
	await startGroup(host);
	const page = await visit(host);
	const bank = `/desk/speakers/${neighbourhood.slug}`;
	for (const path of ['', `/${speaker}`, `/${speaker}/change`, '/new/change', '/import', '/export'])
		expect((await page.request.get(bank + path)).status(), path).toBe(404);
	const multipart = { csv: 'Naam;E-mailadres;Onderwerpen\nSamira;samira@example.org;geld' };
	for (const action of ['check', 'keep'])
		expect(
			(
				await page.request.post(`${bank}/import?/${action}`, {
					multipart,
					headers: { origin: address, accept: 'text/html' }
				})
			).status(),
			action
		).toBe(404);
});
