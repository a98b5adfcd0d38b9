import type { Page } from '@playwright/test';
import { asUser } from '../support/database.ts';
import { database, moveIn, moveInAlso, openNeighbourhood } from './support/database.ts';
import {
	addService,
	askContact,
	answerRequest,
	begin,
	goAway,
	keptRequest
} from './support/contact.ts';
import { staffOf } from './support/matches.ts';
import { expect, mainText, test } from './support/test.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const next = (page: Page) => press(page, 'Ga verder');
const question = (page: Page) => page.getByRole('heading', { level: 1 });
const choose = async (page: Page, ...answers: string[]) => {
	for (const answer of answers) {
		await page.getByLabel(answer, { exact: true }).check();
		await next(page);
	}
};
const fillNumber = async (page: Page, number: string) => {
	await page.getByLabel('Op welk nummer?').fill(number);
	await page.getByLabel('’s Avonds').check();
};

test('a visitor finds the number from the poster, without a script or an account', async ({
	neighbourhood,
	visit
}) => {
	await addService(neighbourhood, 'gp_post', 'Huisartsenpost', '0900 - 1234');
	await goAway(neighbourhood);
	const page = await visit(undefined, { javaScriptEnabled: false });
	await page.goto(`/join/${neighbourhood.posterCode}`);
	await expect(page.getByRole('link', { name: 'Bel Anna' })).toHaveAttribute(
		'href',
		'tel:0612345678'
	);
	await page.getByRole('link', { name: 'Bekijk wie je kunt bellen' }).click();
	await expect(question(page)).toContainText(neighbourhood.name);
	await expect(page.getByText(/Anna.? is er de komende twee weken niet\./)).toBeVisible();
	for (const number of ['112', '113', '09001234', '08001205', '0612345678']) {
		await expect(page.locator(`a[href="tel:${number}"]`).first()).toBeVisible();
	}
	await expect(page.getByRole('button', { name: 'Stuur een bericht' })).toHaveCount(0);

	// From then on she is at the top of every page, also where there is none.
	for (const path of ['/', '/join', '/sign-in', '/nergens']) {
		await page.goto(path);
		await expect(page.getByRole('link', { name: /Contact met .*Anna/ })).toBeVisible();
	}
	await page.getByRole('link', { name: /Contact met .*Anna/ }).click();
	await expect(page).toHaveURL(/\/contact\/buurt-/);
	expect((await page.goto('/contact/nergens'))?.status()).toBe(404);
});

test('where nobody is contact person, a visitor reads that, and whom to call for a doctor', async ({
	neighbourhood,
	visit
}) => {
	await database()`delete from public.staff where neighbourhood_id = ${neighbourhood.id}`;
	const page = await visit();
	await page.goto(`/contact/${neighbourhood.slug}`);
	await expect(page.getByText('Deze buurt heeft nu geen contactpersoon.')).toBeVisible();
	await expect(page.getByText(/Je hoort nog niet/)).toHaveCount(0);
	await expect(page.getByText(/^Bel je eigen huisarts\./)).toBeVisible();
	await page.goto(`/contact/${neighbourhood.slug}/card`);
	await expect(page.getByText(/Dokter nodig: bel je eigen huisarts/).first()).toBeVisible();
});

test('who lives in two neighbourhoods can tell them apart', async ({ neighbourhood, visit }) => {
	const elsewhere = await openNeighbourhood();
	const noor = await moveIn(neighbourhood, 'Noor');
	await moveInAlso(noor, elsewhere);
	for (const [there, number] of [
		[neighbourhood, '0900 - 1234'],
		[elsewhere, '0900 - 5678']
	] as const) {
		await addService(there, 'gp_post', 'Huisartsenpost', number);
		await staffOf(there, 'contact_person');
	}
	const page = await visit(noor);
	await page.goto('/contact');
	for (const { name } of [neighbourhood, elsewhere]) {
		const ends = new RegExp(`${name}.?\\??$`);
		await expect(page.getByRole('heading', { name: ends })).toHaveCount(3);
		await expect(page.getByRole('link', { name })).toHaveCount(1);
		await expect(page.getByRole('button', { name: `Stuur een bericht ${name}` })).toHaveCount(1);
	}
	for (const number of ['09001234', '09005678']) {
		const links = page.locator(`section:has-text('Is er nu hulp nodig?') a[href="tel:${number}"]`);
		await expect(links).toHaveCount(1);
	}
	const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
	expect(ids).toEqual([...new Set(ids)]);
});

test('who came by no poster has no face at the top and no cookie', async ({ visit }) => {
	const page = await visit();
	await page.goto('/');
	await expect(page.getByRole('link', { name: /Contact met/ })).toHaveCount(0);
	expect(await page.context().cookies()).toEqual([]);
});

test('a resident asks to be called, and sees what becomes of it', async ({
	neighbourhood,
	visit
}) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	const noor = await moveIn(neighbourhood, 'Noor');
	const page = await visit(noor);
	await page.goto('/today');
	await page.getByRole('link', { name: /Contact met .*Anna/ }).click();
	await page.getByRole('link', { name: 'Laat je bellen' }).click();
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Kies een van de kaarten.');
	await choose(page, 'een vraag');
	await page
		.getByLabel('In je eigen woorden')
		.fill('Hoe krijg ik <b>een</b> sleutel?\nVan De Linde.');
	await next(page);
	await page.getByLabel('Op welk nummer?').fill('mijn nummer');
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Vul een telefoonnummer in');
	await expect(page.getByLabel('Op welk nummer?')).toHaveValue('mijn nummer');
	await fillNumber(page, '06 11 22 33 44');
	await next(page);
	await expect(question(page)).toHaveText('Wie ziet dit?');
	await expect(page.getByText(/Anna.* leest dit\. Je buren zien er niets van\./)).toBeVisible();
	// The stand-in has no account, and cannot read it.
	expect(await mainText(page)).not.toContain('Piet');
	await page.getByRole('link', { name: 'Wijzig hoe we je bellen' }).click();
	await expect(page.getByLabel('Op welk nummer?')).toHaveValue('06 11 22 33 44');
	await expect(page.getByLabel('Onthoud mijn nummer')).not.toBeChecked();
	await next(page);
	await press(page, 'Stuur mijn vraag');
	await expect(page.getByRole('status')).toHaveText('Je vraag is verstuurd.');
	await expect(page.getByText(/Anna.* leest dit uiterlijk/)).toBeVisible();
	await expect(page.getByText('Hoe krijg ik <b>een</b> sleutel?')).toBeVisible();
	const path = new URL(page.url()).pathname;
	await expect(page).toHaveTitle('Je vraag - Buurtplein');

	await answerRequest(anna, path, 'today', 'Ik bel na het eten.');
	await page.goto('/today');
	await expect(page.getByText(/Anna.* belt je vandaag\./)).toBeVisible();
	await page.goto('/contact');
	await page.getByRole('link', { name: /Je vraag aan/ }).click();
	await expect(page.getByText('Ik bel na het eten.')).toBeVisible();

	await answerRequest(anna, path, 'closed', null);
	await database()`
		update public.contact_requests set closed_at = closed_at - interval '8 days'
		where author_id = ${noor.residentId}
	`;
	await page.goto('/today');
	await expect(page.getByText('Heeft het geholpen?')).toBeVisible();
	await press(page, 'Nee');
	await expect(page.getByRole('status')).toContainText('Je vraag staat weer open.');
	await expect(page.getByText(/Anna.* leest dit uiterlijk/)).toBeVisible();

	await page.getByText('Laat maar').click();
	await press(page, 'Ja, wis mijn vraag');
	await expect(page).toHaveURL(/\/contact$/);
	expect(await keptRequest(noor)).toBeUndefined();
	expect((await page.goto(path))?.status()).toBe(404);
});

test('a number is remembered only for who asks for that, and forgotten again', async ({
	neighbourhood,
	visit
}) => {
	await staffOf(neighbourhood, 'contact_person');
	const noor = await moveIn(neighbourhood, 'Noor');
	const page = await visit(noor);
	const ask = async (keep: boolean, filled = '') => {
		await page.goto('/contact/new');
		await choose(page, 'hulp met de app');
		await next(page);
		await expect(page.getByLabel('Op welk nummer?')).toHaveValue(filled);
		await expect(page.getByLabel('Onthoud mijn nummer')).not.toBeChecked();
		await fillNumber(page, '020 123 45 67');
		if (keep) await page.getByLabel('Onthoud mijn nummer').check();
		await next(page);
		await press(page, 'Stuur mijn vraag');
		await expect(page.getByRole('status')).toBeVisible();
	};
	await ask(false);
	await ask(true);
	await ask(false, '020 123 45 67');
	await page.goto('/contact');
	await press(page, 'Vergeet mijn nummer');
	await expect(page.getByRole('status')).toContainText('niet meer bewaard');
	await ask(false);
});

test('sent twice at once asks once; ten a day is enough', async ({ neighbourhood, visit }) => {
	await staffOf(neighbourhood, 'contact_person');
	const noor = await moveIn(neighbourhood, 'Noor');
	const page = await visit(noor);
	await begin(page, 'een vraag');
	const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
	const send = () =>
		page.context().request.post('/contact/new/check', { headers, form: {}, maxRedirects: 0 });
	const went = (await Promise.all([send(), send()])).map((answer) => answer.headers().location);
	expect(went[0]).toMatch(/^\/contact\/requests\/[0-9a-f-]{36}$/);
	expect(went[1]).toBe(went[0]);
	expect((await send()).headers().location).toBe('/contact');

	for (let n = 0; n < 9; n += 1) await askContact(noor);
	await begin(page, 'iets anders', 'Nog een vraag.');
	await press(page, 'Stuur mijn vraag');
	await expect(page.getByRole('alert')).toContainText('al tien keer');
	await expect(page.getByText('Nog een vraag.')).toBeVisible();
});

test('nuisance, with me alone: first they listen, and a name is asked about once', async ({
	neighbourhood,
	visit
}) => {
	await staffOf(neighbourhood, 'contact_person');
	const noor = await moveIn(neighbourhood, 'Noor');
	const page = await visit(noor);
	await page.goto('/contact/new');
	const addresses = [page.url()];
	await choose(page, 'overlast');
	await expect(page.getByText(/Eerst luisteren\. .*Anna.* kiest geen kant\./)).toBeVisible();
	for (const answer of ['geluid', '’s Nachts', 'heel erg', 'Met mij alleen']) {
		addresses.push(page.url());
		await expect(page).toHaveTitle('Je vraag - Buurtplein');
		await choose(page, answer);
	}
	addresses.push(page.url());
	const said = 'Meneer Jansen van Lindestraat 12 draait muziek.';
	await page.getByLabel('In je eigen woorden').fill(said);
	await next(page);
	await expect(page.getByRole('status')).toContainText('Staat er een naam of adres in?');
	await expect(page.getByLabel('In je eigen woorden')).toHaveValue(said);
	await next(page);
	// No number is asked of who does not want to be called.
	await expect(question(page)).toHaveText('Wie ziet dit?');
	await expect(page.getByText('Er komt geen lijst over iemand.')).toBeVisible();
	addresses.push(page.url());
	expect(addresses.join(' ')).not.toMatch(/nuisance|noise|what|severity|talk|overlast/);
	await press(page, 'Stuur mijn vraag');
	await expect(page.getByText('Met mij alleen')).toBeVisible();
	expect(await keptRequest(noor)).toMatchObject({ talk: 'with_me', telephone: null, words: said });

	const mo = await visit(await moveIn(neighbourhood, 'Mo'));
	expect((await mo.goto(new URL(page.url()).pathname))?.status()).toBe(404);
	await mo.goto('/contact');
	expect(await mainText(mo)).not.toContain('Je vraag aan');
});

test('a thousand characters of any writing survive the questions', async ({
	neighbourhood,
	visit
}) => {
	await staffOf(neighbourhood, 'contact_person');
	const page = await visit(await moveIn(neighbourhood, 'Noor'));
	const long = Array.from({ length: 1000 }, (_, n) =>
		String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))
	).join('');
	await begin(page, 'iets anders', long);
	await expect(page.getByText(long)).toBeVisible();
});

test('the next person on a shared telephone begins anew', async ({ neighbourhood, visit }) => {
	await staffOf(neighbourhood, 'contact_person');
	const page = await visit(await moveIn(neighbourhood, 'Noor'));
	await begin(page, 'een vraag', 'Alleen voor Noor.');
	const { cookies } = await page.context().storageState();
	const mine = cookies.find(({ name }) => name === 'new_request')!;
	const other = await visit(await moveIn(neighbourhood, 'Mo'));
	await other.context().addCookies([mine]);
	await other.goto('/contact/new/check');
	await expect(question(other)).toHaveText('Waar gaat het over?');
	expect(await mainText(other)).not.toContain('Alleen voor Noor.');
});

test('the stand-in takes over only with a yes', async ({ neighbourhood, visit }) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	await staffOf(neighbourhood, 'stand_in');
	const noor = await moveIn(neighbourhood, 'Noor');
	const id = await askContact(noor);
	const askHandover = () =>
		asUser(database(), anna.userId, (sql) => sql`select public.ask_handover(${id})`);
	await askHandover();
	const page = await visit(noor);
	await page.goto('/today');
	await expect(page.getByText(/Mag .*Piet.* dit overnemen van .*Anna.*\?/)).toBeVisible();
	await press(page, 'Nee, liever niet');
	await expect(page.getByRole('status')).toHaveText('Goed. Alles blijft zoals het was.');
	expect(await keptRequest(noor)).toMatchObject({ holder: 'contact_person' });
	await askHandover();
	await page.reload();
	await press(page, 'Ja, dat is goed');
	await expect(page.getByText(/Piet.* leest dit uiterlijk/)).toBeVisible();
	expect(await keptRequest(noor)).toMatchObject({ holder: 'stand_in', both_see: false });
});

test('a message to the contact person is an ordinary conversation', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Noor'));
	await page.goto('/contact');
	// Nobody with an account could read it.
	await expect(page.getByRole('button', { name: 'Stuur een bericht' })).toHaveCount(0);
	await staffOf(neighbourhood, 'contact_person');
	await page.reload();
	await press(page, 'Stuur een bericht');
	await expect(page).toHaveURL(/\/me\/conversations\/[0-9a-f-]{36}$/);
	const [conversation] = [page.url()];
	await page.goto('/contact');
	await press(page, 'Stuur een bericht');
	await expect(page).toHaveURL(conversation);
});
