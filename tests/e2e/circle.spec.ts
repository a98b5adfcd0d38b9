import type { Page } from '@playwright/test';
import { asUser } from '../support/database.ts';
import { appoint, employ, openOrganisation, share, workersCode } from './support/care.ts';
import { database, moveIn, seat, startGroup, type Neighbour } from './support/database.ts';
import { askByCode, makePlan } from './support/plans.ts';
import { expect, mainText, test } from './support/test.ts';

const seen = (page: Page) => page.locator('.shared-view').innerText();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name }).first().click();

const readerOf = async (owner: Neighbour) => {
	const [row] = await database()<{ id: string }[]>`
		select id from public.supporters where owner_id = ${owner.userId} and accepted_at is not null
	`;
	return row!.id;
};

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a neighbour reads what I share, sees what I see, and is taken out without a word', async ({
			neighbourhood,
			visit
		}) => {
			const kees = await moveIn(neighbourhood, 'Kees');
			const johanna = await moveIn(neighbourhood, 'Johanna');
			await seat(await startGroup(kees), johanna);
			const plan = await makePlan(kees, 'Ik wil leren zwemmen.');
			const [mine, hers] = [await visit(kees), await visit(johanna)];

			await mine.goto('/me');
			await follow(mine, 'Wie staat mij bij');
			await follow(mine, 'Vraag een buur');
			await press(mine, 'Stuur mijn vraag');
			await expect(mine.getByRole('alert')).toContainText('Kies een buur.');
			await mine.getByLabel('Johanna').check();
			await press(mine, 'Stuur mijn vraag');
			await expect(mine.getByText('Gevraagd. Er is nog geen antwoord.')).toBeVisible();

			await hers.goto('/me/circle');
			await press(hers, 'Ja, graag');
			await expect(hers.getByRole('status')).toContainText('Je ziet hier wat');
			await follow(hers, 'Kees');
			await expect(hers.locator('.shared-view')).toHaveText('Er is nu niets gedeeld.');

			await share(kees, plan.want, await readerOf(kees));
			await mine.goto('/me/circle');
			await follow(mine, /Johanna/);
			await press(mine, 'Mijn volgende bijeenkomst');
			await expect(mine.getByRole('status')).toHaveText('Goed. Dit is nu gedeeld.');
			await expect(mine.getByRole('button', { pressed: true })).toHaveText(
				'Mijn volgende bijeenkomst'
			);
			await hers.reload();
			expect(await seen(hers)).toContain('Ik wil leren zwemmen.');
			expect(await seen(hers)).toContain('De Linde');
			expect(await seen(hers)).not.toContain('Ik vraag naar de tijden.');
			expect(await seen(mine)).toBe(await seen(hers));

			await press(mine, /om te bellen/);
			await hers.reload();
			await expect(hers.getByText('vraagt of je belt.')).toBeVisible();
			await press(hers, 'Ik heb gebeld');
			await expect(hers.getByText('vraagt of je belt.')).toHaveCount(0);

			await follow(mine, /Haal .* uit mijn steunkring/);
			await press(mine, 'Ja, haal weg');
			await expect(mine).toHaveURL('/me/circle');
			await expect(mine.getByText('Johanna')).toHaveCount(0);
			expect((await hers.reload())?.status()).toBe(404);
			await hers.goto('/me/circle');
			await expect(hers.getByText('Kees')).toHaveCount(0);
		});

		test('somebody outside my groups becomes my supporter with a code', async ({
			neighbourhood,
			visit
		}) => {
			const kees = await moveIn(neighbourhood, 'Kees');
			const els = await moveIn(neighbourhood, 'Els');
			const [mine, hers] = [await visit(kees), await visit(els)];
			await mine.goto('/me/circle');
			await follow(mine, 'Vraag iemand anders');
			await mine.getByLabel('Naam').fill('Mijn zus');
			await press(mine, 'Maak een code');
			const code = (await mine.locator('.code').textContent())!;
			expect(code).toMatch(/^\d\d \d\d \d\d \d\d$/);
			await mine.reload();
			await expect(mine.locator('.code')).toHaveText(code);
			await expect(mine.getByText(/^Deze code is voor .?Mijn zus/)).toBeVisible();
			await press(mine, 'Ik heb de code doorgegeven');
			await expect(mine.getByText('Heeft de code nog niet gebruikt.')).toBeVisible();
			await mine.goto('/me/circle/someone');
			await expect(mine.getByText(code)).toHaveCount(0);

			await hers.goto('/me/circle');
			await follow(hers, 'Ik heb een code');
			await hers.getByLabel('Code van acht cijfers').fill(code.replaceAll(' ', '-'));
			await press(hers, 'Bekijk de code');
			await expect(hers.getByRole('heading', { level: 1 })).toContainText('meelezen');
			await press(hers, 'Ja, graag');
			await follow(hers, 'Kees');
			await follow(hers, 'Ik stop als steun');
			await press(hers, 'Ja, ik stop');
			await expect(hers.getByRole('status')).toHaveText('Goed. Je bent gestopt.');
			await mine.goto('/me/circle');
			await expect(mine.getByText('Els')).toHaveCount(0);
		});
	});
}

test('a code that is used, unknown or my own gets one and the same answer', async ({
	neighbourhood,
	visit
}) => {
	const kees = await moveIn(neighbourhood, 'Kees');
	const els = await moveIn(neighbourhood, 'Els');
	const [own, used] = [await askByCode(kees, 'Els'), await askByCode(kees, 'Thea')];
	const unknown = String(100_000_000 - Number(used)).padStart(8, '0');
	const hers = await visit(els);
	await hers.goto(`/me/circle/code/${used}`);
	await press(hers, 'Ja, graag');
	await expect(hers).toHaveURL('/me/circle');
	const mine = await visit(kees);
	const answers = [];
	for (const [page, code] of [
		[hers, used],
		[hers, unknown],
		[mine, own]
	] as const) {
		const answer = await page.goto(`/me/circle/code/${code}`);
		answers.push({ status: answer?.status(), main: await mainText(page) });
	}
	expect(answers[0]?.status).toBe(404);
	expect(answers[0]?.main).toContain(
		'Deze code werkt niet. Kijk of de cijfers kloppen, of vraag een nieuwe.'
	);
	expect(answers[1]).toEqual(answers[0]);
	expect(answers[2]).toEqual(answers[0]);
});

test('agreeing to the same code twice agrees once, and says how things are', async ({
	neighbourhood,
	visit
}) => {
	const kees = await moveIn(neighbourhood, 'Kees');
	const code = await askByCode(kees, 'Els');
	const page = await visit(await moveIn(neighbourhood, 'Els'));
	await page.goto(`/me/circle/code/${code}`);
	const other = await page.context().newPage();
	await other.goto(`/me/circle/code/${code}`);
	await press(page, 'Ja, graag');
	await expect(page.getByRole('link', { name: 'Kees' })).toHaveCount(1);
	await press(other, 'Ja, graag');
	await expect(other.getByRole('status')).toContainText('Deze code is al gebruikt.');
	await expect(other.getByRole('link', { name: 'Kees' })).toHaveCount(1);
});

test('who agrees to a text that changed meanwhile reads the new one first', async ({
	neighbourhood,
	visit
}) => {
	const organisation = await openOrganisation();
	const office = await appoint(organisation, 'Petra');
	const code = await workersCode(office, await employ(organisation, 'Jolanda'));
	const page = await visit(await moveIn(neighbourhood, 'Kees'));
	await page.goto(`/me/circle/code/${code}`);
	const version = page.locator('input[name=version]');
	await version.evaluate((field: HTMLInputElement) => (field.value = '0'));
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await press(page, 'Dat vind ik goed');
	expect((await answered).status()).toBe(409);
	await expect(page.getByRole('alert')).toContainText('De tekst is net veranderd.');
	await expect(version).toHaveValue('1');
	await press(page, 'Dat vind ik goed');
	await expect(page).toHaveURL('/me/circle');
	await expect(page.getByText('Jolanda').first()).toBeVisible();
});

test('a new code for the same name takes the place of the lost one', async ({
	neighbourhood,
	visit
}) => {
	const kees = await moveIn(neighbourhood, 'Kees');
	const [lost, found] = [await askByCode(kees, 'Els'), await askByCode(kees, 'Els')];
	const page = await visit(await moveIn(neighbourhood, 'Els'));
	expect((await page.goto(`/me/circle/code/${lost}`))?.status()).toBe(404);
	expect((await page.goto(`/me/circle/code/${found}`))?.status()).toBe(200);
	const mine = await visit(kees);
	await mine.goto('/me/circle');
	await expect(mine.getByText('Heeft de code nog niet gebruikt.')).toHaveCount(1);
});

test('the page of a code shows none that was withdrawn, or that a newer one replaced', async ({
	neighbourhood,
	visit
}) => {
	const kees = await moveIn(neighbourhood, 'Kees');
	const page = await visit(kees);
	const makeCode = async (name: string) => {
		await page.goto('/me/circle/someone');
		await page.getByLabel('Naam').fill(name);
		await press(page, 'Maak een code');
		await expect(page.locator('.code')).toBeVisible();
	};
	await makeCode('Els');
	await askByCode(kees, 'Els');
	await makeCode('Thea');
	await page.goto('/me/circle');
	await follow(page, /^Vraag .*Thea.* toch niet$/);
	await press(page, 'Ja, haal de vraag weg');
	await page.goto('/me/circle/someone');
	await expect(page.getByLabel('Naam')).toBeVisible();
});

test('to who asked, a no looks like no answer yet', async ({ neighbourhood, visit }) => {
	const kees = await moveIn(neighbourhood, 'Kees');
	const johanna = await moveIn(neighbourhood, 'Johanna');
	await seat(await startGroup(kees), johanna);
	await asUser(
		database(),
		kees.userId,
		(sql) => sql`select public.invite_supporter(${johanna.residentId})`
	);
	const [mine, hers] = [await visit(kees), await visit(johanna)];
	await mine.goto('/me/circle');
	const before = await mainText(mine);
	await hers.goto('/me/circle');
	await press(hers, 'Liever niet');
	await expect(hers.getByText('Niemand ziet dat je nee zei.')).toBeVisible();
	await expect(hers.getByText('Kees')).toHaveCount(0);
	await mine.reload();
	expect(await mainText(mine)).toBe(before);
});

test('nobody opens a page of somebody else’s circle', async ({ neighbourhood, visit }) => {
	const kees = await moveIn(neighbourhood, 'Kees');
	const johanna = await moveIn(neighbourhood, 'Johanna');
	const code = await askByCode(kees, 'Johanna');
	await asUser(
		database(),
		johanna.userId,
		(sql) => sql`select public.accept_circle_code(${code}, 'test')`
	);
	const id = await readerOf(kees);
	const page = await visit(await moveIn(neighbourhood, 'Gerrit'));
	for (const path of [id, `${id}/stop`, `for/${id}`, `for/${id}/stop`, kees.residentId, 'nobody']) {
		expect([path, (await page.goto(`/me/circle/${path}`))?.status()]).toEqual([path, 404]);
	}
});
