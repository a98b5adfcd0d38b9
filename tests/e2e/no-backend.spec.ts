import { database, moveIn, startGroup } from './support/database.ts';
import { startFragileApp } from './support/fragile-app.ts';
import { signInHere } from './support/people.ts';
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
	await page.getByRole('button', { name: 'Bekijk mijn buurt' }).click();
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
	await page.goto(`/meetups/${group.meetups[0]}`);
	await page.getByRole('button', { name: 'Deze keer niet' }).click();
	await expect(page.getByRole('status')).toContainText('Goed dat je het zegt.');
	expect(await absences(group.meetups[0]!)).toBe(1);
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
	await expect(page.getByText('Wacht een minuut en probeer het dan nog eens.')).toBeVisible();
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
