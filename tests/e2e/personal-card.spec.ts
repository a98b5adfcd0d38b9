import type { Page } from '@playwright/test';
import { moveIn, newAddress, newInvite, startGroup } from './support/database.ts';
import { codeFor } from './support/mail.ts';
import { expect, mainText, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a personal card seats its holder at once', async ({ neighbourhood, visit }) => {
			const group = await startGroup(await moveIn(neighbourhood, 'Fatima'));
			const card = await newInvite(neighbourhood, { groupId: group.id });
			const page = await visit();
			await join(page, card, 'Bram');
			await expect(page.getByText('Je hebt een stoel. Je bent er elke week welkom.')).toBeVisible();
			await page.getByRole('link', { name: 'Bekijk mijn Buurtplein' }).click();
			await expect(page.getByText('2 van 8 stoelen bezet')).toBeVisible();
			await expect(page.getByRole('listitem').filter({ hasText: 'dat ben jij' })).toContainText(
				'Bram'
			);
		});

		test('a used, an unknown and an expired code get one and the same answer', async ({
			neighbourhood,
			visit
		}) => {
			const group = await startGroup(await moveIn(neighbourhood, 'Fatima'));
			const used = await newInvite(neighbourhood, { groupId: group.id });
			await join(await visit(), used, 'Bram');
			const unknown = String(100_000_000 - Number(used)).padStart(8, '0');
			const expired = await newInvite(neighbourhood, { validFor: '-1 minute' });

			const page = await visit();
			const answers = [];
			for (const code of [used, unknown, expired]) {
				const answer = await page.goto(`/join/${code}`);
				answers.push({ status: answer?.status(), main: await mainText(page) });
			}
			expect(answers[0]?.status).toBe(404);
			expect(answers[0]?.main).toContain('Deze code werkt niet meer.');
			expect(answers[1]).toEqual(answers[0]);
			expect(answers[2]).toEqual(answers[0]);
		});
	});
}

test('a personal card of a group that filled up gives a place in line', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host, { chairs: 3 });
	const cards = [];
	for (let n = 0; n < 3; n++) cards.push(await newInvite(neighbourhood, { groupId: group.id }));
	await join(await visit(), cards[0]!, 'Bram');
	await join(await visit(), cards[1]!, 'Thea');
	const page = await visit();
	await join(page, cards[2]!, 'Ludo');
	await expect(page.getByText('Je staat op de wachtlijst.')).toBeVisible();
	await page.getByRole('link', { name: 'Bekijk mijn Buurtplein' }).click();
	await expect(page.getByText('Je bent nummer 1 op de wachtlijst.')).toBeVisible();
});

async function join(page: Page, code: string, firstName: string) {
	const email = newAddress();
	await page.goto(`/join/${code}`);
	await expect(page.getByText(/Met deze kaart krijg je een stoel in/)).toBeVisible();
	await page.getByRole('button', { name: 'Ik wil meedoen' }).click();
	await page.getByLabel('Voornaam').fill(firstName);
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByRole('button', { name: 'Stuur mij een code' }).click();
	await page.getByLabel('Code van zes cijfers').fill(await codeFor(email));
	await page.getByLabel('Ja, onthoud mij').check();
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld');
}
