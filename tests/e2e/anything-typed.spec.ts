import type { Page } from '@playwright/test';
import { database, moveIn, newAccount, newAddress, seat, startGroup } from './support/database.ts';
import { codeFor } from './support/mail.ts';
import { expect, test } from './support/test.ts';

const names = {
	'with an emoji': 'Zoë 👩🏽‍🌾🌷',
	'in Arabic': 'ليلى',
	'with HTML in it': '<img src=x onerror=alert(1)>"&\''
};

for (const [kind, name] of Object.entries(names)) {
	test(`a name ${kind} is shown as it was typed, to everybody`, async ({
		neighbourhood,
		visit
	}) => {
		const host = await moveIn(neighbourhood, 'Fatima');
		const group = await startGroup(host);
		const [page, hosts] = [await visit(), await visit(host)];
		for (const telephone of [page, hosts]) forbidDialogs(telephone);

		await page.goto(`/join/${neighbourhood.posterCode}`);
		await page.getByRole('button', { name: 'Ik wil meedoen' }).click();
		await page.getByLabel('Voornaam').fill(name);
		await page.getByRole('button', { name: 'Ga verder' }).click();
		await page.getByRole('link', { name: 'Ga terug' }).click();
		await expect(page.getByLabel('Voornaam')).toHaveValue(name);
		await page.getByRole('button', { name: 'Ga verder' }).click();
		const email = newAddress();
		await page.getByLabel('E-mailadres').fill(email);
		await page.getByRole('button', { name: 'Stuur mij een code' }).click();
		await page.getByLabel('Code van zes cijfers').fill(await codeFor(email));
		await page.getByLabel('Ja, onthoud mij').check();
		await page.getByRole('button', { name: 'Ga verder' }).click();
		await shows(page, name);

		await page.goto(`/groups/${group.id}`);
		await page.getByRole('button', { name: 'Vraag een stoel' }).click();
		await expect(page.getByText('Je vraag is verstuurd.')).toBeVisible();
		await hosts.goto('/today');
		await shows(hosts, name);
		const desk = await visit(await facilitatorOf(neighbourhood.id));
		forbidDialogs(desk);
		await desk.goto('/desk');
		await shows(desk, name);
		await hosts.getByRole('button', { name: `Zeg welkom tegen` }).click();
		await expect(hosts.getByRole('status')).toBeVisible();

		for (const path of [
			`/groups/${group.id}`,
			`/groups/${group.id}/change/host`,
			`/meetups/${group.meetups[0]}`
		]) {
			await hosts.goto(path);
			await shows(hosts, name);
		}
		await page.goto('/me');
		await expect(page.getByLabel('Voornaam')).toHaveValue(name);
	});
}

test('what a host types is shown as it was typed, to everybody', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const bea = await moveIn(neighbourhood, 'Bea');
	const group = await startGroup(host);
	await seat(group, bea);
	const page = await visit(host);
	await page.goto(`/groups/${group.id}/change/details`);
	const typed = {
		Naam: '<script>alert(1)</script> 🥕',
		'Naam van de plek': 'مركز الحي & "De <i>Linde</i>"',
		Adres: '‮Lindestraat</p>12 🌳',
		'Iets anders: wat dan?': '<svg onload=alert(1)>'
	};
	for (const [label, text] of Object.entries(typed)) {
		await page.getByRole('textbox', { name: label, exact: label === 'Naam' }).fill(text);
	}
	await page.getByRole('button', { name: 'Bewaar dit' }).click();
	await expect(page.getByRole('status')).toContainText('Bewaard.');

	const beas = await visit(bea);
	forbidDialogs(beas);
	for (const path of ['/today', '/groups', `/groups/${group.id}`, `/meetups/${group.meetups[0]}`]) {
		await beas.goto(path);
		await shows(beas, typed.Naam);
		await shows(beas, typed['Naam van de plek']);
	}
	await beas.goto(`/groups/${group.id}`);
	await shows(beas, typed['Iets anders: wat dan?']);
	await shows(beas, 'Lindestraat</p>12 🌳');
});

/** The text itself, also where invisible marks keep its direction apart from the words around it. */
async function shows(page: Page, text: string) {
	await expect(page.getByText(text).first()).toBeVisible();
	await expect(page.locator('main :is(img, script, [onerror], [onload])')).toHaveCount(0);
}

function forbidDialogs(page: Page) {
	page.on('dialog', () => {
		throw new Error('typed text ran as a script');
	});
}

async function facilitatorOf(neighbourhoodId: string) {
	const account = await newAccount();
	await database()`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name)
		values (${neighbourhoodId}, ${account.userId}, 'facilitator', 'Marieke')
	`;
	return account;
}
