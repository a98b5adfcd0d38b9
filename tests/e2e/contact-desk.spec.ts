import type { Page } from '@playwright/test';
import { asUser } from '../support/database.ts';
import { askContact, requestOf } from './support/contact.ts';
import { keepService, noteNuisance, publicContact, tellNuisance } from './support/contact-desk.ts';
import { database, moveIn, openNeighbourhood, type Neighbourhood } from './support/database.ts';
import { staffOf } from './support/matches.ts';
import { expect, mainText, test } from './support/test.ts';

const press = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name }).first().click();
const follow = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name }).first().click();
const pathOf = ({ name }: Neighbourhood, end: string) =>
	`/desk/contact/in/${name.toLowerCase().replace(' ', '-')}/${end}`;

/** A day so many days from now, as a date field wants it. */
const inDays = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
		timeZone: 'Europe/Amsterdam'
	});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('what a neighbour asks is read, planned and closed with a line', async ({
			neighbourhood,
			visit
		}) => {
			const anna = await staffOf(neighbourhood, 'contact_person');
			const kees = await moveIn(neighbourhood, 'Kees');
			const page = await visit(anna);
			await page.goto('/today');
			await follow(page, 'Wie wacht op je');
			await expect(page.getByText('Er wacht niemand op je.')).toBeVisible();

			const request = await askContact(kees);
			expect(await requestOf(kees, request)).toMatchObject({ state: 'waiting' });
			await page.reload();
			await expect(page.getByText(/^Nieuw\. Lees dit uiterlijk/)).toBeVisible();
			await follow(page, 'Kees');
			await expect(page).toHaveTitle('Een vraag aan jou - Buurtplein');
			await expect(page.getByText('Wie regelt de sleutel van de schuur?')).toBeVisible();
			await expect(page.getByRole('link', { name: '06 - 10 20 30 40' })).toHaveAttribute(
				'href',
				'tel:0610203040'
			);
			await expect(page.getByText('Verder zie jij dit alleen.')).toBeVisible();
			expect(await requestOf(kees, request)).toMatchObject({ state: 'read' });

			await press(page, 'Ik bel vandaag');
			await expect(page.getByText('Je belt vandaag.')).toBeVisible();
			expect(await requestOf(kees, request)).toMatchObject({ state: 'today', line: null });

			await page.getByLabel(/Wil je er iets bij zeggen/).fill('Ik neem de sleutel mee.');
			await page.getByText('Afspreken').click();
			await press(page, 'Spreek dit af');
			await expect(page.getByRole('alert')).toContainText('Kies een dag');
			await expect(page.getByLabel(/Wil je er iets bij zeggen/)).toHaveValue(
				'Ik neem de sleutel mee.'
			);
			await page.getByLabel('Dag', { exact: true }).fill(inDays(2));
			await page.getByLabel('Hoe laat?').selectOption('14 uur');
			await press(page, 'Spreek dit af');
			await expect(page.getByText(/^Afgesproken: .*, 14 uur\.$/)).toBeVisible();
			expect(await requestOf(kees, request)).toMatchObject({
				state: 'planned',
				line: 'Ik neem de sleutel mee.',
				lineBy: 'Anna'
			});

			await page.getByLabel(/Wil je er iets bij zeggen/).fill('De schuur is open.');
			await press(page, 'Klaar');
			await expect(page.getByRole('status')).toHaveText('Klaar. Fijn dat je er was.');
			await expect(page.getByText('Er wacht niemand op je.')).toBeVisible();
			expect(await requestOf(kees, request)).toMatchObject({
				state: 'closed',
				line: 'De schuur is open.'
			});
			await page.goto(`/desk/contact/${request}`);
			await expect(page.getByText('Dit is klaar.')).toBeVisible();
			await expect(page.getByRole('button')).toHaveText(['Stuur een bericht']);
		});

		test('what was told by telephone is noted without who told it, and passed on', async ({
			neighbourhood,
			visit
		}) => {
			const anna = await staffOf(neighbourhood, 'contact_person');
			const piet = await staffOf(neighbourhood, 'stand_in');
			const page = await visit(anna);
			await page.goto('/desk/contact');
			await follow(page, 'Iemand belde over overlast');
			await expect(page.getByText('Geen namen en geen huisnummers.').first()).toBeVisible();
			await page.getByLabel(/In eigen woorden/).fill('Een hond blaft.\nElke avond.');
			await press(page, 'Bewaar dit');
			await expect(page.getByRole('alert')).toContainText('Kies een van de kaarten.');
			await expect(page.getByLabel(/In eigen woorden/)).toHaveValue('Een hond blaft.\nElke avond.');
			await page.getByLabel('dieren').check();
			await page.locator('[name=nuisanceWhen][value=evening]').check();
			await page.locator('[name=severity][value="1"]').check();
			await page.locator('[name=talk][value=with_neighbours]').check();
			await press(page, 'Bewaar dit');
			await expect(page.getByRole('status')).toContainText('Bewaard.');
			await follow(page, 'Verteld aan de telefoon');
			await expect(page.getByText('Een hond blaft.')).toBeVisible();
			await expect(page.getByText('Wie dit vertelde, staat er niet bij.')).toBeVisible();
			const address = new URL(page.url()).pathname;

			await press(page, 'Geef door aan ⁨Piet⁩');
			await expect(page).toHaveURL(/\/desk\/contact$/);
			await expect(page.getByRole('status')).toHaveText('Doorgegeven.');
			expect((await page.goto(address))?.status()).toBe(404);
			const his = await visit(piet);
			expect((await his.goto(address))?.status()).toBe(200);
			await expect(his.getByText('Een hond blaft.')).toBeVisible();
			await expect(his.getByText(/Geef door aan/)).toHaveCount(0);
		});
	});
}

test('who goes away is relieved by the stand-in, and both see what came meanwhile', async ({
	neighbourhood,
	visit
}) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	const piet = await staffOf(neighbourhood, 'stand_in');
	const kees = await moveIn(neighbourhood, 'Kees');
	const [hers, his] = [await visit(anna), await visit(piet)];
	const before = await askContact(kees, 'Dit was er al.');
	expect((await his.goto(`/desk/contact/${before}`))?.status()).toBe(404);

	await hers.goto(pathOf(neighbourhood, 'hours'));
	await expect(hers.getByText(/Dan krijgt .*Piet.* de nieuwe vragen/)).toBeVisible();
	await press(hers, '3 uur');
	await expect(hers.getByText(/Je zei: nu even niet/)).toBeVisible();
	await expect(hers.getByText('Dit zien buren nu')).toBeVisible();
	const meanwhile = await askContact(kees, 'Dit kwam daarna.');

	await his.goto('/desk/contact');
	await expect(his.getByRole('heading', { name: 'Kees' })).toHaveCount(1);
	await his.goto(`/desk/contact/${meanwhile}`);
	await expect(his.getByText('Dit kwam daarna.')).toBeVisible();
	await expect(his.getByText(/Anna.* ziet dit ook\./)).toBeVisible();
	await hers.goto('/desk/contact');
	await expect(hers.getByRole('heading', { name: 'Kees' })).toHaveCount(2);
	await expect(hers.getByText(/Piet.* heeft dit\. Jij ziet het ook\./)).toHaveCount(1);

	await hers.goto(pathOf(neighbourhood, 'hours'));
	await press(hers, 'Ik ben er weer');
	await expect(hers.getByText(/Je zei: nu even niet/)).toHaveCount(0);
	const after = await askContact(kees, 'Nu is Anna er weer.');
	expect((await his.goto(`/desk/contact/${after}`))?.status()).toBe(404);

	await hers.getByText('Ik ben er een of meer dagen niet').click();
	await hers.getByLabel('Eerste dag').fill(inDays(3));
	await hers.getByLabel(/Laatste dag/).fill(inDays(1));
	await press(hers, 'Bewaar deze dagen');
	await expect(hers.getByRole('alert')).toContainText('niet voor de eerste');
	await hers.getByLabel('Eerste dag').fill(inDays(0));
	await hers.getByLabel(/Laatste dag/).fill(inDays(20));
	await press(hers, 'Bewaar deze dagen');
	await expect(hers.getByRole('status')).toContainText('Bewaard.');
	expect((await publicContact(neighbourhood)).contact[0]).toMatchObject({ now: null });
	const away = await askContact(kees, 'Anna is weg.');
	expect((await his.goto(`/desk/contact/${away}`))?.status()).toBe(200);
	await press(hers, /^Ik ben er wel/);
	await expect(hers.getByText('Je hebt nog geen dagen weg.')).toBeVisible();
	expect((await publicContact(neighbourhood)).contact[0]!.now).not.toBeNull();
});

test('a question goes to the stand-in only after a yes of who asked it', async ({
	neighbourhood,
	visit
}) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	const piet = await staffOf(neighbourhood, 'stand_in');
	const kees = await moveIn(neighbourhood, 'Kees');
	const request = await tellNuisance(kees);
	const [hers, his] = [await visit(anna), await visit(piet)];
	await hers.goto(`/desk/contact/${request}`);
	await expect(hers.getByRole('button', { name: 'Ik bel vandaag' })).toHaveCount(0);
	await expect(hers.getByText(/We vragen het eerst aan .*Kees/)).toBeVisible();
	await press(hers, /Geef door aan .*Piet/);
	await expect(hers.getByText(/Er is nog geen antwoord/)).toBeVisible();
	expect((await his.goto(`/desk/contact/${request}`))?.status()).toBe(404);

	await asUser(
		database(),
		kees.userId,
		(sql) => sql`select public.answer_handover(${request}, true)`
	);
	expect((await his.goto(`/desk/contact/${request}`))?.status()).toBe(200);
	await expect(his.getByText('Muziek tot na middernacht.')).toBeVisible();
	expect((await hers.goto(`/desk/contact/${request}`))?.status()).toBe(404);
	await press(his, 'Ik doe hier vandaag iets mee');
	await expect(his.getByText('Je doet hier vandaag iets mee.')).toBeVisible();
});

test('hours and who does what are what a visitor sees', async ({ neighbourhood, visit }) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	const page = await visit(anna);
	await page.goto(pathOf(neighbourhood, 'hours'));
	await page.getByText('Mijn vaste uren').click();
	const day = (name: string) => page.getByRole('group', { name });
	for (const name of ['maandag', 'dinsdag', 'woensdag', 'donderdag']) {
		await day(name).getByLabel('Van').selectOption('Niet');
		await day(name).getByLabel('Tot').selectOption('Niet');
	}
	await day('vrijdag').getByLabel('Van').selectOption('18 uur');
	await press(page, 'Bewaar mijn uren');
	await expect(page.getByRole('alert')).toContainText('een einde dat later is');
	await expect(day('maandag').getByLabel('Van')).toHaveValue('');
	await day('vrijdag').getByLabel('Van').selectOption('9.30 uur');
	await press(page, 'Bewaar mijn uren');
	await expect(page.getByRole('status')).toHaveText('Je uren zijn bewaard.');
	expect((await publicContact(neighbourhood)).contact[0]!.hours).toEqual([
		{ weekday: 5, opensAt: '09:30', closesAt: '17:00' }
	]);

	await page.goto(pathOf(neighbourhood, 'services'));
	await follow(page, 'Zet iemand erbij');
	await page.getByLabel('Naam').fill('De <b>Linde</b>');
	await press(page, 'Bewaar dit');
	await expect(page.getByRole('alert')).toContainText('Kies wat het is.');
	await expect(page.getByLabel('Naam')).toHaveValue('De <b>Linde</b>');
	await page.locator('[name=kind][value=community_centre]').check();
	await page.getByLabel('Wat kun je er vragen?').fill('Kom koffie drinken.');
	await page.getByLabel(/^Website/).fill('www.linde.example');
	await press(page, 'Bewaar dit');
	await expect(page.getByRole('status')).toContainText('Bewaard.');
	expect((await publicContact(neighbourhood)).services).toMatchObject([
		{ name: 'De <b>Linde</b>', ask: 'Kom koffie drinken.', website: 'https://www.linde.example' }
	]);
	await follow(page, 'De <b>Linde</b>');
	await page.getByLabel('Wat kun je er vragen?').fill('Kom thee drinken.');
	await press(page, 'Bewaar dit');
	await expect(page.getByText('Kom thee drinken.')).toBeVisible();
	await follow(page, 'De <b>Linde</b>');
	await page.getByText('Haal dit weg').click();
	await press(page, 'Ja, haal het weg');
	await expect(page.getByRole('status')).toHaveText('Het is weg.');
	expect((await publicContact(neighbourhood)).services).toEqual([]);
});

test('who wants to talk, but not by telephone, is written to', async ({ neighbourhood, visit }) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	const kees = await moveIn(neighbourhood, 'Kees');
	const request = await tellNuisance(kees);
	const page = await visit(anna);
	await page.goto(`/desk/contact/${request}`);
	await press(page, 'Stuur een bericht');
	await expect(page).toHaveURL(/\/me\/conversations\/[0-9a-f-]{36}$/);
	const talk = new URL(page.url()).pathname;
	const his = await visit(kees);
	expect((await his.goto(talk))?.status()).toBe(200);

	await page.goto(`/desk/contact/${await noteNuisance(anna, neighbourhood)}`);
	await expect(page.getByText('Wie dit vertelde, staat er niet bij.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Stuur een bericht' })).toHaveCount(0);
});

test('how often something was asked is counted from ten on', async ({ neighbourhood, visit }) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	await database()`
		insert into public.contact_counts (neighbourhood_id, month, topic, nuisance, times)
		select ${neighbourhood.id}, date_trunc('month', now())::date, c.topic::public.contact_topic,
			c.nuisance::public.nuisance_kind, c.times
		from (values ('question', null, 12), ('worry', null, 9), ('nuisance', 'noise', 30))
			as c (topic, nuisance, times)
	`;
	const page = await visit(anna);
	await page.goto(pathOf(neighbourhood, 'counts'));
	await expect(page.getByRole('row')).toHaveText([
		/Overlast: geluid.*30 keer/s,
		/Een vraag.*12 keer/s
	]);
	await expect(page.getByText('Minder dan tien keer laten we niet zien.')).toBeVisible();
});

test('nobody else comes near: no facilitator, resident or contact person of elsewhere', async ({
	neighbourhood,
	visit
}) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	const kees = await moveIn(neighbourhood, 'Kees');
	const request = await askContact(kees);
	const told = await noteNuisance(anna, neighbourhood);
	const service = await keepService(anna, neighbourhood, 'De Linde');
	const elsewhere = await openNeighbourhood();
	const strangers = {
		facilitator: await staffOf(neighbourhood, 'facilitator'),
		resident: await moveIn(neighbourhood, 'Bea'),
		author: kees,
		'contact person of elsewhere': await staffOf(elsewhere, 'contact_person')
	};
	for (const [who, person] of Object.entries(strangers)) {
		const page = await visit(person);
		for (const path of [
			`/desk/contact/${request}`,
			`/desk/contact/${told}`,
			...['nuisance', 'hours', 'services', `services/${service}`, 'services/new', 'counts'].map(
				(end) => pathOf(neighbourhood, end)
			)
		]) {
			expect((await page.goto(path))?.status(), `${who} at ${path}`).toBe(404);
			expect(await mainText(page), who).not.toMatch(/schuur|hond|06 - |0610203040/);
		}
		const desk = await page.goto('/desk/contact');
		expect(desk?.status(), who).toBe(who === 'contact person of elsewhere' ? 200 : 404);
		expect(await mainText(page), who).not.toContain('Kees');
		await page.goto('/today');
		await expect(page.getByRole('link', { name: 'Wie wacht op je' })).toHaveCount(
			who === 'contact person of elsewhere' ? 1 : 0
		);
	}
	expect(await requestOf(kees, request)).toMatchObject({ state: 'waiting' });
});
