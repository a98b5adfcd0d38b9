import type { Page } from '@playwright/test';
import { database, moveIn, moveInAlso, openNeighbourhood } from './support/database.ts';
import { expect, test } from './support/test.ts';

test('a neighbour starts a group, goes back on the way, and finds all that was typed', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Noor'));
	await page.goto('/groups');
	await page.getByRole('link', { name: 'Begin een Buurtplein' }).click();

	await next(page);
	await expect(page.getByRole('alert')).toContainText('Geef je Buurtplein een naam');
	await page.getByLabel('Naam', { exact: true }).fill('Soep & 🥕 met <b>buren</b>');
	await next(page);
	await page.getByLabel('Dag', { exact: true }).selectOption('donderdag');
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Kies hoe laat het begint.');
	await expect(page.getByLabel('Dag', { exact: true }).locator(':checked')).toHaveText('donderdag');
	await page.getByLabel('Begint om').selectOption({ label: '19.30 uur' });
	await next(page);
	await page.getByLabel('Naam van de plek').fill('Café De Hoek');
	await page.getByLabel('Adres').fill('Lindeplein 3');
	await next(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat doen jullie graag?');

	await page.getByRole('link', { name: 'Ga terug' }).click();
	await expect(page.getByLabel('Naam van de plek')).toHaveValue('Café De Hoek');
	await expect(page.getByLabel('Adres')).toHaveValue('Lindeplein 3');
	await page.getByRole('link', { name: 'Ga terug' }).click();
	await expect(page.getByLabel('Begint om').locator(':checked')).toHaveText('19.30 uur');
	await page.getByRole('link', { name: 'Ga terug' }).click();
	await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Soep & 🥕 met <b>buren</b>');
	for (const question of ['Wanneer komen', 'Waar komen', 'Wat doen']) {
		await next(page);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(question);
	}

	await page.getByLabel('koffie').check();
	await page.getByLabel('Iets anders: wat dan?').fill('samen soep koken');
	await next(page);
	await page.getByLabel('6 stoelen').check();
	await next(page);

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Klopt dit?');
	await page.getByRole('link', { name: 'Wijzig het aantal' }).click();
	await expect(page.getByLabel('6 stoelen')).toBeChecked();
	await page.getByLabel('5 stoelen').check();
	await next(page);
	await page.getByRole('button', { name: 'Begin dit Buurtplein' }).click();

	await expect(page.getByRole('status')).toContainText('Je Buurtplein is begonnen.');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Soep & 🥕 met <b>buren</b>');
	await expect(page.getByText('Elke donderdag, van 19.30 tot 21 uur')).toBeVisible();
	await expect(page.getByText('Café De Hoek, Lindeplein 3')).toBeVisible();
	await expect(page.getByText('Wij houden van: koffie en samen soep koken')).toBeVisible();
	await expect(page.getByText('1 van 5 stoelen bezet. We zoeken nog 2 buren')).toBeVisible();
	await expect(page.getByText('Jij regelt dit Buurtplein').first()).toBeVisible();
});

test('the last step sent twice starts one group', async ({ neighbourhood, visit }) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const page = await visit(noor);
	await draft(page);
	const twin = await page.context().newPage();
	await twin.goto('/groups/new/check');

	await page.getByRole('button', { name: 'Begin dit Buurtplein' }).dblclick();
	await expect(page).toHaveURL(/\/groups(\/[0-9a-f-]{36}\?started)?$/);
	await page.reload();
	await twin.getByRole('button', { name: 'Begin dit Buurtplein' }).click();
	await expect(twin).toHaveURL(/\/groups$/);
	await expect(twin.getByRole('link', { name: 'Thee en taart' })).toHaveCount(1);
	const [groups] = await database()`
		select count(*)::int from public.groups where neighbourhood_id = ${neighbourhood.id}
	`;
	expect(groups?.count).toBe(1);
});

test('who lives in two neighbourhoods says in which one it is', async ({
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const other = await openNeighbourhood();
	await moveInAlso(noor, other);
	const page = await visit(noor);
	const h1 = page.getByRole('heading', { level: 1 });
	await page.goto('/groups/new/moment');
	await expect(page).toHaveURL('/groups');
	await page.getByRole('link', { name: 'Begin een Buurtplein' }).click();
	await expect(h1).toHaveText('In welke buurt begin je?');
	await expect(page.getByText('Vraag 1 van 6')).toBeVisible();
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Kies in welke buurt je begint.');
	await page.getByLabel(neighbourhood.name).check();
	await next(page);
	await expect(page.getByText('Vraag 2 van 6')).toBeVisible();
	await draft(page);
	await expect(page.getByText(neighbourhood.name)).toBeVisible();
	await page.getByRole('link', { name: 'Wijzig de buurt' }).click();
	await expect(page.getByLabel(neighbourhood.name)).toBeChecked();
	await page.getByLabel(other.name).check();
	await next(page);
	await expect(h1).toHaveText('Klopt dit?');
	await page.getByRole('button', { name: 'Begin dit Buurtplein' }).click();
	await expect(page.getByRole('status')).toContainText('Je Buurtplein is begonnen.');
	const groups = await database()`
		select neighbourhood_id from public.groups
		where neighbourhood_id in (${neighbourhood.id}, ${other.id})
	`;
	expect(groups.map((group) => group.neighbourhood_id as string)).toEqual([other.id]);
});

const next = (page: Page) => page.getByRole('button', { name: 'Ga verder' }).click();

async function draft(page: Page) {
	await page.goto('/groups/new');
	await page.getByLabel('Naam', { exact: true }).fill('Thee en taart');
	await next(page);
	await page.getByLabel('Dag', { exact: true }).selectOption('vrijdag');
	await page.getByLabel('Begint om').selectOption({ label: '10 uur' });
	await next(page);
	await page.getByLabel('Naam van de plek').fill('De Linde');
	await next(page);
	await expect(page).toHaveURL(/likes/);
	await next(page);
	await expect(page).toHaveURL(/chairs/);
	await next(page);
	await expect(page).toHaveURL(/check/);
}
