import type { Page } from '@playwright/test';
import { database, moveIn, newAddress, someLetters, startGroup } from './support/database.ts';
import { codeFor } from './support/mail.ts';
import { staffOf } from './support/matches.ts';
import { askForRole, invitationPath, loseMail, newOrganiser } from './support/organisation.ts';
import { signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** Words with names in them, which the page keeps apart from what is around them. */
const words = (text: string) =>
	new RegExp(Array.from(text, (sign) => RegExp.escape(sign)).join('[\\u2066-\\u2069]*'));
const press = (page: Page, name: string) =>
	page
		.getByRole('button', { name: words(name) })
		.first()
		.click();
const follow = (page: Page, name: string) =>
	page
		.getByRole('link', { name: words(name) })
		.first()
		.click();

async function fillDigits(page: Page, email: string) {
	await page.getByLabel('Code van zes cijfers').fill(await codeFor(email));
	await page.getByLabel('Ja, onthoud mij').check();
	await press(page, 'Ga verder');
}

test('a neighbourhood is opened, and a visitor joins with its first poster', async ({ visit }) => {
	const name = `Ölst ${someLetters()}`;
	const page = await visit(await newOrganiser());
	await page.goto('/today');
	await expect(page).toHaveURL('/organisation');
	await follow(page, 'Open een buurt');
	await press(page, 'Open deze buurt');
	await expect(page.getByRole('alert')).toContainText('Vul de naam van de buurt in');
	await page.getByLabel('Naam van de buurt').fill(name);
	await page.getByLabel(/Naam van het buurthuis/).fill('De Brink');
	await page.getByLabel(/Adres van het buurthuis/).fill('Brink 1');
	await press(page, 'Open deze buurt');
	await expect(page).toHaveURL(
		`/organisation/in/${name.toLowerCase().replace('ö', 'o').replace(' ', '-')}`
	);
	await expect(page.getByRole('status')).toHaveText(
		'De buurt is open. Vraag nu een contactpersoon.'
	);

	await follow(page, 'Poster');
	await press(page, 'Maak een poster');
	await expect(page.getByText('Kom langs in De Brink, Brink 1')).toBeVisible();
	const digits = await page.locator('.code').innerText();
	await follow(page, 'English');
	await expect(page.locator('section[lang=en]')).toContainText(`Join Buurtplein ${name}`);
	await expect(page.locator('section[lang=en]')).toContainText('Come to De Brink, Brink 1');
	await expect(page.locator('.code')).toHaveText(digits);

	const visitor = await visit();
	const email = newAddress();
	await visitor.goto('/join');
	await visitor.getByLabel('Code van acht cijfers').fill(digits);
	await press(visitor, 'Bekijk de code');
	await press(visitor, 'Ik wil meedoen');
	await visitor.getByLabel('Voornaam').fill('Kees');
	await press(visitor, 'Ga verder');
	await visitor.getByLabel('E-mailadres').fill(email);
	await press(visitor, 'Stuur mij een code');
	await fillDigits(visitor, email);
	await expect(visitor).toHaveURL('/joined');

	const [row] = await database()<{ slug: string }[]>`
		select slug from public.neighbourhoods where name = ${name}
	`;
	await page.goto(`/organisation/in/${row!.slug}`);
	await expect(page.getByText('Kees')).toHaveCount(0);
	await follow(page, 'Codes die werken');
	await expect(page.getByText('Gemaakt door de organisatie.')).toBeVisible();
	await page.getByText('Stop deze code').first().click();
	await press(page, 'Ja, stop deze code');
	await expect(page.getByRole('status')).toHaveText('Deze code werkt niet meer.');
	await visitor.goto(`/join/${digits.replaceAll(' ', '')}`);
	await expect(visitor.getByText(/Deze code werkt niet meer/)).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('who is asked by mail says yes and works; ended, the next request is refused', async ({
			neighbourhood,
			visit
		}) => {
			const anna = await staffOf(neighbourhood, 'contact_person');
			const email = newAddress();
			const organiser = await newOrganiser();
			const page = await visit(organiser);
			await page.goto(`/organisation/in/${neighbourhood.slug}`);
			await follow(page, 'Vraag iemand anders');
			await expect(page.getByText(words('Anna blijft dat tot de ander ja zegt.'))).toBeVisible();
			await press(page, 'Ja, vraag iemand anders');
			await page.getByLabel('Voornaam').fill('Karin');
			await page.getByLabel('E-mailadres').fill(email);
			await page.getByLabel(/Telefoonnummer/).fill('06 - 11 22 33 44');
			await press(page, 'Stuur de vraag');
			await expect(page.getByRole('status')).toContainText('De mail gaat zo weg.');
			await expect(page.getByText(`${email}. Is gevraagd.`)).toBeVisible();
			const link = await invitationPath(email);

			const before = await visit(anna);
			await before.goto('/desk/contact');
			await expect(before.getByRole('heading', { level: 1 })).toBeVisible();

			const karin = await visit();
			await karin.goto(link);
			await expect(karin.getByRole('heading', { level: 1 })).toContainText(words('Dag Karin.'));
			await press(karin, 'Ga verder');
			await fillDigits(karin, email);
			await expect(karin).toHaveURL(link);
			await press(karin, 'Ja, dat doe ik');
			await expect(karin).toHaveURL(`/desk/contact/in/${neighbourhood.slug}/hours`);
			await expect(karin.getByRole('status')).toContainText('Zeg nu wanneer je er bent.');
			expect((await karin.goto(link))?.status(), 'the link worked once').toBe(404);
			expect((await before.goto('/desk/contact'))?.status(), 'Anna handed over').toBe(404);
			await before.goto('/me/data');
			await expect(before.getByText(/je stopte als .*contactpersoon van/)).toBeVisible();

			await page.reload();
			await follow(page, 'Stop deze taak: Karin');
			await press(page, 'Ja, stop de taak');
			await expect(page.getByRole('status')).toHaveText('De taak is gestopt.');
			expect((await karin.goto('/desk/contact'))?.status()).toBe(404);

			await page.goto('/organisation/acts');
			await expect(
				page.getByText(words(`Karin werd contactpersoon van ${neighbourhood.name}`))
			).toBeVisible();
			await expect(
				page.getByText(words(`Anna stopte als contactpersoon van ${neighbourhood.name}`))
			).toBeVisible();
		});
	});
}

test('a link is for one address, and says the same when it is unknown, taken back or expired', async ({
	neighbourhood,
	visit
}) => {
	const organiser = await newOrganiser();
	const [first, second] = [newAddress(), newAddress()];
	await askForRole(organiser, 'facilitator', neighbourhood, { firstName: 'Els', email: first });
	await askForRole(organiser, 'facilitator', neighbourhood, { firstName: 'Ed', email: second });
	const [link, other] = [await invitationPath(first), await invitationPath(second)];
	const page = await visit(await moveIn(neighbourhood, 'Kees'));
	await page.goto(link);
	await expect(page.getByText('Je bent ingelogd met een ander adres.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Ja, dat doe ik' })).toHaveCount(0);

	const office = await visit(organiser);
	await office.goto(`/organisation/in/${neighbourhood.slug}`);
	await press(office, 'Neem terug: Els');
	await expect(office.getByRole('status')).toContainText('De link werkt niet meer.');
	await database()`update private.appointments set expires_at = now() where email = ${second}`;
	const visitor = await visit();
	const said = [];
	for (const path of [link, other, `/invitation/${'0'.repeat(32)}`, '/invitation/x']) {
		const answer = await visitor.goto(path);
		said.push([answer?.status(), await visitor.locator('main').innerText()]);
	}
	expect(said[0]).toEqual([404, expect.stringContaining('Deze link werkt niet meer.')]);
	expect(new Set(said.map(String)).size, 'all four say the same').toBe(1);
});

test('what mail scanners do with a link changes nothing', async ({ neighbourhood, visit }) => {
	const email = newAddress();
	const organiser = await newOrganiser();
	await askForRole(organiser, 'facilitator', neighbourhood, { firstName: 'Els', email });
	const link = await invitationPath(email);
	const scanner = await visit();
	for (const method of ['GET', 'HEAD']) await scanner.request.fetch(link, { method });
	const guide = await visit();
	await guide.goto(link);
	await press(guide, 'Ga verder');
	await fillDigits(guide, email);
	await press(guide, 'Ja, dat doe ik');
	await expect(guide).toHaveURL('/desk');
	await guide.goto('/me/data');
	await expect(guide.getByText(/je werd begeleider van groepen in/)).toContainText(
		organiser.firstName
	);
});

test('a personal card seats one person, and lost mail is seen and tried again', async ({
	neighbourhood,
	visit
}) => {
	const group = await startGroup(await moveIn(neighbourhood, 'Noor'));
	const organiser = await newOrganiser();
	const page = await visit(organiser);
	await page.goto(`/organisation/in/${neighbourhood.slug}`);
	await follow(page, `Maak een kaart voor ${group.name}`);
	await press(page, 'Maak de kaart');
	await expect(page.getByText('Deze kaart is voor één persoon.')).toBeVisible();
	const pdf = await page.pdf({ preferCSSPageSize: true });
	expect(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]).toBe('1');
	const visitor = await visit();
	await visitor.goto(`/join/${(await page.locator('.code').innerText()).replaceAll(' ', '')}`);
	await expect(visitor.getByText(group.name)).toBeVisible();

	const email = newAddress();
	await askForRole(organiser, 'stand_in', neighbourhood, { firstName: 'Els', email });
	await loseMail(email);
	await page.goto('/organisation');
	const lost = page.locator('section', { hasText: email });
	await expect(lost).toContainText('1 mail kwam niet aan');
	await expect(lost).toContainText(words(`Vraag om een taak te doen, ${neighbourhood.name}`));
	await lost.getByRole('button', { name: 'Probeer het nog eens' }).click();
	await expect(page.getByRole('status')).toHaveText('We proberen het weer een dag.');
	await expect(page.getByText(email)).toHaveCount(0);
});

test('a neighbourhood changes its texts, and closes while nobody lives there', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await newOrganiser());
	const path = `/organisation/in/${neighbourhood.slug}`;
	await page.goto(path);
	await follow(page, 'Wijzig naam, tekst of buurthuis');
	await page.getByLabel(/Adres van het buurthuis/).fill('Kade 1');
	await press(page, 'Bewaar dit');
	await expect(page.getByRole('alert')).toContainText('Vul ook de naam van het buurthuis in.');
	await expect(page.getByLabel(/Adres van het buurthuis/)).toHaveValue('Kade 1');
	await page.getByLabel(/Naam van het buurthuis/).fill('De Kade');
	await page.getByLabel(/Een paar zinnen/).fill('Welkom aan de kade.');
	await press(page, 'Bewaar dit');
	await expect(page.getByText('Welkom aan de kade.')).toBeVisible();
	const guide = await visit(await staffOf(neighbourhood, 'facilitator'));
	await guide.goto(`/desk/new-group/${neighbourhood.slug}/other`);
	await expect(guide.locator('[name=placeName]'), 'groups meet there').toHaveValue('De Kade');
	await page.goto(`${path}/close`);
	await moveIn(neighbourhood, 'Kees');
	await press(page, 'Ja, sluit de buurt');
	await expect(page.getByRole('alert')).toContainText('Hier woont iemand.');
	await database()`delete from public.residents where neighbourhood_id = ${neighbourhood.id}`;
	await press(page, 'Ja, sluit de buurt');
	await expect(page.getByRole('status')).toHaveText('De buurt is gesloten.');
	expect((await page.goto(path))?.status()).toBe(404);
});

test('organisers ask one more and end each other; the last one stays', async ({ visit }) => {
	const organiser = await newOrganiser();
	const email = newAddress();
	const page = await visit(organiser);
	await page.goto('/organisation/ask');
	await page.getByLabel('Voornaam').fill('Bo');
	await page.getByLabel('E-mailadres').fill(email);
	await press(page, 'Stuur de vraag');
	await expect(page.getByText(email)).toBeVisible();
	const bo = await visit();
	await bo.goto(await invitationPath(email));
	await press(bo, 'Ga verder');
	await fillDigits(bo, email);
	await press(bo, 'Ja, dat doe ik');
	await expect(bo).toHaveURL('/organisation');
	await follow(bo, `Stop deze taak: ${organiser.firstName}`);
	await press(bo, 'Ja, stop de taak');
	await expect(bo.getByRole('status')).toHaveText('De taak is gestopt.');
	for (const path of ['/organisation', '/organisation/acts', '/organisation/new'])
		expect((await page.goto(path))?.status(), path).toBe(404);
});

test('these pages are not there for who works in a neighbourhood', async ({
	neighbourhood,
	visit
}) => {
	const context = (await visit()).context();
	await signIn(context, await staffOf(neighbourhood, 'facilitator'));
	const page = await context.newPage();
	for (const path of [
		'',
		'/new',
		'/ask',
		'/acts',
		`/in/${neighbourhood.slug}`,
		`/in/${neighbourhood.slug}/codes`
	])
		expect((await page.goto(`/organisation${path}`))?.status(), path).toBe(404);
});
