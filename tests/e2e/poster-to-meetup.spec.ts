import type { Page } from '@playwright/test';
import { moveIn, newAddress, startGroup } from './support/database.ts';
import { codeFor } from './support/mail.ts';
import { expect, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('from the poster in the hallway to next week’s meetup', async ({
			neighbourhood,
			visit
		}) => {
			const host = await moveIn(neighbourhood, 'Fatima');
			const group = await startGroup(host);
			const page = await visit();

			await joinFromPoster(page, neighbourhood.posterCode.replace(/..(?=.)/g, '$& '));

			await page.getByRole('link', { name: 'Bekijk de Buurtpleinen' }).click();
			await page.getByRole('link', { name: group.name }).click();
			await expect(page.getByText('1 van 8 stoelen bezet')).toBeVisible();
			await page.getByRole('button', { name: 'Vraag een stoel' }).click();
			await expect(page.getByText('Je vraag is verstuurd.')).toBeVisible();

			const hosts = await visit(host);
			await hosts.goto('/today');
			await hosts.getByRole('button', { name: /Zeg welkom tegen .*Yara/ }).click();
			await expect(hosts.getByRole('status')).toHaveText('Je buur heeft nu een stoel.');

			await page.goto('/today');
			await expect(page.getByRole('heading', { name: /is er Buurtplein/ })).toBeVisible();
			await expect(page.getByText('van 14 tot 15.30 uur')).toBeVisible();
			await expect(page.getByText('Je hebt een vaste plek.')).toBeVisible();
			await page.getByRole('button', { name: 'Deze keer niet' }).click();
			await expect(page.getByRole('status')).toContainText('Je hoeft niets uit te leggen.');
			await expect(page.getByRole('button', { name: 'Deze keer niet' })).toHaveAttribute(
				'aria-pressed',
				'true'
			);
			await page.getByRole('button', { name: 'Ik kom' }).click();
			await expect(page.getByRole('status')).toHaveText('Fijn, tot dan.');
			await expect(page.getByRole('listitem').filter({ hasText: 'Yara' })).toBeVisible();
		});
	});
}

async function joinFromPoster(page: Page, code: string) {
	const questions = new Set<string>();
	const answer = async (label: string, text: string, button: string) => {
		questions.add(await page.getByRole('heading', { level: 1 }).innerText());
		await page.getByLabel(label).fill(text);
		await page.getByRole('button', { name: button, exact: true }).click();
	};

	await page.goto('/');
	await page.getByRole('link', { name: 'Ik heb een code' }).click();
	await answer('Code van acht cijfers', code, 'Bekijk de code');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Doe mee in .*Buurt/);
	await expect(page.getByRole('heading', { name: 'Anna' })).toBeVisible();
	await expect(page.getByText('06 - 12 34 56 78')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Bel Anna' })).toHaveAttribute(
		'href',
		'tel:0612345678'
	);
	await page.getByRole('button', { name: 'Ik wil meedoen' }).click();
	await answer('Voornaam', 'Yara', 'Ga verder');

	await answer('E-mailadres', 'yara@thuis', 'Stuur mij een code');
	await expect(page).toHaveTitle(/^Fout: /);
	await expect(page.getByRole('alert')).toContainText('Vul je e-mailadres in, zoals');
	await expect(page.getByLabel('E-mailadres')).toHaveValue('yara@thuis');
	const [wrong, right] = [newAddress(), newAddress()];
	await answer('E-mailadres', wrong, 'Stuur mij een code');
	await page.getByRole('link', { name: 'Een ander e-mailadres' }).click();
	await expect(page.getByLabel('E-mailadres')).toHaveValue(wrong);
	await answer('E-mailadres', right, 'Stuur mij een code');
	await expect(page.getByText(right)).toBeVisible();
	await page.reload();

	const digits = await codeFor(right);
	await page.getByLabel('Ja, onthoud mij').check();
	await answer('Code van zes cijfers', digits.replace(/...(?=.)/, '$& '), 'Ga verder');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Je bent aangemeld, .*Yara/);
	expect([...questions], 'at most four questions').toHaveLength(4);
}
