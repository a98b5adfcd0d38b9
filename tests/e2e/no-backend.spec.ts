import type { Page } from '@playwright/test';
import { database, moveIn, startGroup } from './support/database.ts';
import { startFragileApp } from './support/fragile-app.ts';
import { signInHere } from './support/people.ts';
import { endToken, sessionCookies } from './support/session.ts';
import { expect, test as base } from './support/test.ts';

type FragileApp = Awaited<ReturnType<typeof startFragileApp>>;

const test = base.extend<{ app: FragileApp }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright asks for a pattern.
	app: async ({}, use) => {
		const app = await startFragileApp();
		await use(app);
		await app.stop();
	}
});

test('a visitor finds what to do when the backend is gone', async ({
	app,
	neighbourhood,
	visit
}) => {
	const page = await visit(undefined, { baseURL: app.address });
	app.mood = 'refuses';
	expect((await page.goto('/'))?.status()).toBe(200);
	await page.getByRole('link', { name: 'Ik heb een code' }).click();
	await page.getByLabel('Code van acht cijfers').fill(neighbourhood.posterCode);
	const answer = page.waitForResponse((response) => response.status() >= 400);
	await page.getByRole('button', { name: 'Bekijk de code' }).click();
	expect((await answer).status()).toBe(503);
	await expect(page.getByRole('alert')).toContainText('Probeer het over een minuut nog eens.');
	await expect(page.getByLabel('Code van acht cijfers')).toHaveValue(neighbourhood.posterCode);
	expect((await page.goto(`/join/${neighbourhood.posterCode}`))?.status()).toBe(503);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het lukt nu even niet');
	await expect(page.getByText('Probeer het straks nog eens. Bellen kan wel.')).toBeVisible();
	const health = await page.request.get('/health');
	expect(health.status()).toBe(503);
	expect(await health.json()).toMatchObject({ status: 'error', database: 'unreachable' });

	app.mood = 'answers';
	await page.getByRole('link', { name: 'Probeer het nog eens' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(neighbourhood.name);
});

test('an answer that cannot be sent says so, and can be given again', async ({
	app,
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(undefined, { baseURL: app.address });
	await page.goto(`/sign-in?next=/meetups/${group.meetups[0]}`);
	await signInHere(page, host);
	app.mood = 'refuses';
	await page.getByRole('button', { name: 'Deze keer niet' }).click();
	await expect(page.getByText(/Het lukt nu even niet/).first()).toBeVisible();
	expect(await absences(group.meetups[0]!)).toBe(0);

	app.mood = 'answers';
	await page.getByRole('button', { name: 'Verstuur het nog eens' }).click();
	await expect(page.getByRole('status')).toContainText('Goed dat je het zegt.');
	expect(await absences(group.meetups[0]!)).toBe(1);
});

const troubles = {
	'cannot be reached': (app: FragileApp) => void (app.mood = 'refuses'),
	'answers for the frame of the page only': (app: FragileApp) => {
		app.only = /change_group|group_page/;
		app.mood = 'refuses';
	},
	'cannot say who somebody is': async (app: FragileApp, page: Page) => {
		await endToken(page.context());
		app.mood = 'refuses';
	}
};

for (const [trouble, begin] of Object.entries(troubles)) {
	test(`what a member typed is kept when the backend ${trouble}`, async ({
		app,
		neighbourhood,
		visit
	}) => {
		const host = await moveIn(neighbourhood, 'Fatima');
		const group = await startGroup(host);
		const page = await visit(undefined, { baseURL: app.address });
		await page.goto(`/sign-in?next=/groups/${group.id}/change/details`);
		await signInHere(page, host);
		const [name, address] = ['Soep & <b>brood</b> 🥕', 'شارع ٥'];
		await page.getByLabel('Naam', { exact: true }).fill(name);
		await page.getByLabel('Adres').fill(address);
		await page.getByLabel('een spel').check();
		await begin(app, page);
		for (const press of ['Bewaar dit', 'Verstuur het nog eens']) {
			const answer = page.waitForResponse((response) => response.request().method() === 'POST');
			await page.getByRole('button', { name: press }).click();
			expect((await answer).status()).toBe(503);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het lukt nu even niet');
			await expect(page.getByRole('definition')).toHaveText([name, 'De Linde', address]);
		}
		await expect(page.getByRole('main')).not.toContainText(group.id);

		app.mood = 'answers';
		await page.getByRole('button', { name: 'Verstuur het nog eens' }).click();
		await expect(page.getByRole('status')).toContainText('Bewaard.');
		await page.goto(`/groups/${group.id}/change/details`);
		await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(name);
		await expect(page.getByLabel('Adres')).toHaveValue(address);
		for (const liked of ['koffie', 'wandelen', 'een spel']) {
			await expect(page.getByLabel(liked)).toBeChecked();
		}
	});
}

test('a session that the backend no longer takes leads to signing in, with what was typed', async ({
	app,
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const page = await visit(undefined, { baseURL: app.address });
	await page.goto('/sign-in?next=/me');
	await signInHere(page, host);
	await page.getByLabel('Voornaam').fill('Fatima Zahra');
	app.only = /\/rest\//;
	app.mood = 'takes no session';
	await page.getByRole('button', { name: 'Bewaar naam en plaatje' }).click();
	await expect(page).toHaveURL('/sign-in?next=%2Fme');
	expect(await sessionCookies(page.context())).toEqual([]);
	app.mood = 'answers';
	await signInHere(page, host);
	await expect(page).toHaveURL('/unsent');
	await page.getByRole('button', { name: 'Verstuur het nog eens' }).click();
	await expect(page.getByLabel('Voornaam')).toHaveValue('Fatima Zahra');
});

test('a group whose start went unanswered is started once', async ({
	app,
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const page = await visit(undefined, { baseURL: app.address });
	await page.goto('/sign-in?next=/groups/new');
	await signInHere(page, noor);
	const next = page.getByRole('button', { name: 'Ga verder' });
	const field = (label: string) => page.getByLabel(label, { exact: true });
	await field('Naam').fill('Thee en taart');
	await next.click();
	await field('Dag').selectOption('vrijdag');
	await field('Begint om').selectOption({ label: '10 uur' });
	await next.click();
	await field('Naam van de plek').fill('De Linde');
	await next.click();
	await expect(page).toHaveURL(/likes/);
	await next.click();
	await expect(page).toHaveURL(/chairs/);
	await next.click();
	const begin = page.getByRole('button', { name: 'Begin dit Buurtplein' });
	await expect(begin).toBeVisible();
	app.mood = 'loses answers';
	await begin.click();
	await expect(page.getByText(/Het lukt nu even niet/).first()).toBeVisible();
	app.mood = 'answers';
	await page.goto('/groups/new/check');
	await expect(page.getByText('Thee en taart')).toBeVisible();
	await begin.click();
	await expect(page.getByRole('status')).toContainText('Je Buurtplein is begonnen.');
	await page.goto('/groups');
	await expect(page.getByRole('link', { name: 'Thee en taart' })).toHaveCount(1);
});

test('who is signed in stays signed in while the backend is gone', async ({
	app,
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Noor'));
	app.mood = 'refuses';
	const answer = await page.goto(`${app.address}/today`);
	expect(answer?.status()).toBe(503);
	await expect(page.getByText('Probeer het straks nog eens. Bellen kan wel.')).toBeVisible();
	app.mood = 'answers';
	await page.getByRole('link', { name: 'Probeer het nog eens' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vandaag');
});

test('a backend that does not answer at all is given up on', async ({
	app,
	neighbourhood,
	visit
}) => {
	const page = await visit(undefined, { baseURL: app.address });
	app.mood = 'is silent';
	const answer = await page.goto(`/join/${neighbourhood.posterCode}`, { timeout: 30_000 });
	expect(answer?.status()).toBe(503);
});

async function absences(meetup: string) {
	const [row] = await database()`
		select count(*)::int from public.absences where meetup_id = ${meetup}
	`;
	return row?.count as number;
}
