import type { Page } from '@playwright/test';
import { asUser } from '../support/database.ts';
import { appoint, employ, openOrganisation, share, workersCode } from './support/care.ts';
import { database, moveIn, newAddress, type Neighbour } from './support/database.ts';
import { codeFor } from './support/mail.ts';
import { askByCode, makePlan } from './support/plans.ts';
import { expect, mainText, test } from './support/test.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a sister from another town becomes a supporter, and reads the one sentence', async ({
			neighbourhood,
			visit
		}) => {
			const sevda = await moveIn(neighbourhood, 'Sevda');
			const plan = await makePlan(sevda, 'Ik wil weer zelf brood bakken.');
			const code = await askByCode(sevda, 'Mijn zus');
			const page = await visit();
			await page.goto('/');
			await page.getByRole('link', { name: 'Ik heb een code' }).click();
			await page.getByLabel('Code van acht cijfers').fill(code);
			await press(page, 'Bekijk de code');
			await expect(page.getByRole('heading', { level: 1 })).toContainText('Sevda');
			await expect(page.getByText('Je bent 18 jaar of ouder.')).toBeVisible();
			await expect(page.locator('main')).not.toContainText(neighbourhood.name);
			await press(page, 'Ja, graag');
			await answer(page, newAddress());
			await expect(page).toHaveURL(/\/me\/circle\/for\/[\w-]+$/);
			await expect(page.getByRole('status')).toContainText('Je bent nu een steun voor');
			await expect(page.locator('.shared-view')).toHaveText('Er is nu niets gedeeld.');

			await share(sevda, plan.want, await readerOf(sevda));
			await page.reload();
			await expect(page.locator('.shared-view')).toContainText('Ik wil weer zelf brood bakken.');
			await expect(page.locator('.shared-view')).not.toContainText('Ik vraag naar de tijden.');

			await page.goto('/');
			await expect(page).toHaveURL('/today');
			const bar = page.getByRole('navigation', { name: 'Hoofdmenu' });
			await expect(bar.getByRole('link')).toHaveText(['Vandaag', 'Contact']);
			await page.getByRole('link', { name: 'Sevda' }).click();
			await expect(page.locator('.shared-view')).toContainText('Ik wil weer zelf brood bakken.');
			for (const path of ['/contact', '/groups', '/me', '/me/circle', '/me/plan', '/me/data']) {
				expect([path, (await page.goto(path))?.status()]).toEqual([path, 200]);
			}
		});
	});
}

test('who takes part already agrees with the same code: signed in, or signing in with it', async ({
	neighbourhood,
	visit
}) => {
	const sevda = await moveIn(neighbourhood, 'Sevda');
	const els = await moveIn(neighbourhood, 'Els');
	const [one, other] = [await askByCode(sevda, 'Els'), await askByCode(sevda, 'Thea')];
	const signedIn = await visit(els);
	await signedIn.goto(`/join/${one}`);
	await expect(signedIn).toHaveURL(`/me/circle/code/${one}`);

	const thea = await moveIn(neighbourhood, 'Thea');
	const page = await visit();
	await page.goto(`/join/${other}`);
	await press(page, 'Ja, graag');
	await answer(page, thea.email);
	await expect(page).toHaveURL(/\/me\/circle\/for\//);
	const bar = page.getByRole('navigation', { name: 'Hoofdmenu' });
	await expect(bar.getByRole('link')).toHaveText(['Vandaag', 'Mijn groep', 'Buurthulp', 'Contact']);
});

test('a used, an unknown, an expired and a worker’s code get one and the same answer', async ({
	neighbourhood,
	visit
}) => {
	const sevda = await moveIn(neighbourhood, 'Sevda');
	const thea = await moveIn(neighbourhood, 'Thea');
	const [used, expired] = [await askByCode(sevda, 'Thea'), await askByCode(sevda, 'Els')];
	await asUser(
		database(),
		thea.userId,
		(sql) => sql`select public.accept_circle_code(${used}, 'test')`
	);
	await database()`
		update private.supporter_codes c set expires_at = private.clock()
		from public.supporters s where s.id = c.supporter_id and s.owner_id = ${sevda.userId}
	`;
	const organisation = await openOrganisation();
	const office = await appoint(organisation, 'Petra');
	const workers = await workersCode(office, await employ(organisation, 'Jolanda'));
	const unknown = String(100_000_000 - Number(used)).padStart(8, '0');
	const page = await visit();
	const answers = [];
	for (const code of [unknown, used, expired, workers]) {
		const found = await page.goto(`/join/${code}`);
		answers.push({ status: found?.status(), main: await mainText(page) });
	}
	expect(answers[0]?.status).toBe(404);
	expect(answers[0]?.main).toContain('hij werkt pas als je meedoet en bent ingelogd');
	for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('who asked cannot become a supporter of their own with it', async ({
	neighbourhood,
	visit
}) => {
	const sevda = await moveIn(neighbourhood, 'Sevda');
	const page = await visit();
	await page.goto(`/join/${await askByCode(sevda, 'Mijn zus')}`);
	await press(page, 'Ja, graag');
	await answer(page, sevda.email);
	await expect(page.locator('main')).toContainText('Deze code werkt niet meer.');
	await page.goto('/me/circle');
	await expect(page.getByText('Heeft de code nog niet gebruikt.')).toBeVisible();
});

async function answer(page: Page, email: string) {
	await page.getByLabel('E-mailadres').fill(email);
	await press(page, 'Stuur mij een code');
	await page.getByLabel('Code van zes cijfers').fill(await codeFor(email));
	await page.getByLabel('Ja, onthoud mij').check();
	await press(page, 'Ga verder');
}

async function readerOf(owner: Neighbour) {
	const [row] = await database()<{ id: string }[]>`
		select id from public.supporters where owner_id = ${owner.userId} and accepted_at is not null
	`;
	return row!.id;
}
