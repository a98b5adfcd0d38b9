import { address } from './support/app.ts';
import { expect, test } from './support/test.ts';

test('a visitor reads the open pages in the language of their choice', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit();
	const html = page.locator('html');
	const h1 = page.getByRole('heading', { level: 1 });
	await page.goto(`/join/${neighbourhood.posterCode}`);
	await expect(html).toHaveAttribute('lang', 'nl');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL(`/join/${neighbourhood.posterCode}`);
	await expect(html).toHaveAttribute('lang', 'en');
	await expect(h1).toContainText('Join in');
	await page.goto('/');
	await expect(h1).toHaveText('Join your neighbourhood');
	await page.goto('/sign-in?next=/contact');
	await page.getByRole('button', { name: 'Nederlands' }).click();
	await expect(page).toHaveURL('/sign-in?next=/contact');
	await expect(html).toHaveAttribute('lang', 'nl');
	await page.goto('/');
	await expect(h1).toHaveText('Doe mee met je buurt');
});

test('choosing a language leads nowhere else', async ({ visit }) => {
	const page = await visit();
	for (const back of [
		'//elders.example',
		'/\\elders.example',
		'/\t/elders.example',
		'https://elders.example',
		''
	]) {
		const answer = await page.request.post('/language', {
			form: { language: 'fr', back },
			headers: { origin: address },
			maxRedirects: 0
		});
		expect([answer.status(), answer.headers().location], back).toEqual([303, '/']);
	}
	expect(await page.context().cookies()).toEqual([]);
});
