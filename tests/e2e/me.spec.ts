import { moveIn, startGroup } from './support/database.ts';
import { signInHere } from './support/people.ts';
import { endToken, sessionCookies } from './support/session.ts';
import { expect, test } from './support/test.ts';

test('a neighbour changes name and face', async ({ neighbourhood, visit }) => {
	const zoe = await moveIn(neighbourhood, 'Zoe');
	const group = await startGroup(zoe);
	const page = await visit(zoe);
	await page.goto('/me');
	await page.getByLabel('Voornaam').fill('   ');
	await save();
	await expect(page.getByRole('alert')).toContainText('Vul je voornaam in.');
	await page.getByLabel('Voornaam').fill('Zoë 🌷');
	await page.getByText('Kies een ander plaatje').click();
	await page.getByLabel('Egel').check();
	await save();
	await expect(page.getByRole('status')).toHaveText('Bewaard. Buren zien dit nu.');
	await page.goto(`/groups/${group.id}`);
	const line = page.getByRole('listitem').filter({ hasText: 'Zoë 🌷' }).first();
	await expect(line).toBeVisible();
	await expect(line.locator('use')).toHaveAttribute('href', '/faces.svg#hedgehog');

	function save() {
		return page.getByRole('button', { name: 'Bewaar naam en plaatje' }).click();
	}
});

test('language, theme and larger letters stay after signing out and in', async ({
	neighbourhood,
	visit
}) => {
	const priya = await moveIn(neighbourhood, 'Priya');
	const page = await visit(priya);
	await page.goto('/me');
	await page.getByLabel('English').check();
	await page.getByLabel('Groter').check();
	await page.getByLabel('Donker').check();
	await page.getByRole('button', { name: 'Zo wil ik het' }).click();
	await expect(page.getByRole('status')).toContainText('Saved');
	await looksAsChosen();

	await page.getByRole('button', { name: /^Sign out on this phone/i }).click();
	await expect(page).toHaveURL('/');
	await looksAsChosen();

	const other = await visit(priya);
	await other.goto('/today');
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Today');
	await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(other.locator('html')).toHaveAttribute('data-text-size', 'large');

	async function looksAsChosen() {
		const html = page.locator('html');
		await expect(html).toHaveAttribute('lang', 'en');
		await expect(html).toHaveAttribute('data-theme', 'dark');
		await expect(html).toHaveAttribute('data-text-size', 'large');
	}
});

test('signing out empties the telephone: the back button shows nothing personal', async ({
	neighbourhood,
	visit
}) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const group = await startGroup(zoe);
	const page = await visit(zoe);
	const answer = await page.goto(`/groups/${group.id}`);
	expect(answer?.headers()['cache-control']).toBe('private, no-store');
	await page.goto('/me');
	const signedOut = page.waitForResponse((response) => response.url().includes('?/signOut'));
	await page.getByRole('button', { name: 'Log uit op deze telefoon' }).click();
	expect(await (await signedOut).headerValue('clear-site-data')).toBe('"cache", "storage"');
	await expect(page).toHaveURL('/');
	expect(await sessionCookies(page.context())).toEqual([]);
	for (let steps = 1; steps <= 2; steps++) {
		await page.goBack();
		await expect(page).toHaveURL(/\/sign-in\?next=/);
		await expect(page.getByText(group.name)).toHaveCount(0);
	}
});

test('signing out elsewhere ends another telephone’s session when its token ends', async ({
	neighbourhood,
	visit
}) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const [here, there] = [await visit(zoe), await visit(zoe)];
	await there.goto('/today');
	await endToken(there.context());
	await there.goto('/today');
	await expect(there.getByRole('heading', { level: 1 })).toHaveText('Vandaag');

	await here.goto('/me');
	await here.getByRole('button', { name: 'Log uit op mijn andere telefoons' }).click();
	await expect(here.getByRole('status')).toContainText('Binnen een uur');
	await endToken(there.context());
	await there.goto('/today');
	await expect(there).toHaveURL(/\/sign-in\?next=%2Ftoday/);
	expect(await sessionCookies(there.context())).toEqual([]);

	await endToken(here.context());
	await here.goto('/today');
	await expect(here.getByRole('heading', { level: 1 })).toHaveText('Vandaag');
});

for (const ownPhone of [true, false]) {
	const title = ownPhone
		? '“Ja, onthoud mij” keeps the session when the browser closes'
		: '“Nee, vergeet mij daarna” forgets everything when the browser closes';
	test(title, async ({ neighbourhood, visit }) => {
		const page = await visit();
		await page.goto('/sign-in');
		await signInHere(page, await moveIn(neighbourhood, 'Zoë'), ownPhone);
		await endToken(page.context());
		await page.goto('/me');
		await page.getByRole('button', { name: 'Zo wil ik het' }).click();
		await expect(page.getByRole('status')).toContainText('Bewaard.');
		const cookies = await page.context().cookies();
		const lasting = cookies.filter(({ expires }) => expires !== -1).map(({ name }) => name);
		if (!ownPhone) return expect(lasting).toEqual([]);
		expect(lasting.some((name) => name.startsWith('sb-'))).toBe(true);
		expect(lasting).toEqual(expect.arrayContaining(['language', 'theme', 'text_size']));
	});
}
