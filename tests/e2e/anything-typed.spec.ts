import type { Page } from '@playwright/test';
import { openConversation } from './support/conversations.ts';
import { database, moveIn, newAccount, newAddress, seat, startGroup } from './support/database.ts';
import { codeFor } from './support/mail.ts';
import { actOn, agree, ask, askPlaced, makeEarlier, reportPost } from './support/matches.ts';
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

test('what neighbours write each other and report is shown as it was typed', async ({
	neighbourhood,
	visit
}) => {
	const kees = await moveIn(neighbourhood, names['with HTML in it']);
	const bea = await moveIn(neighbourhood, 'Bea');
	const talk = await openConversation(neighbourhood, kees, bea);
	const [his, hers] = [await visit(kees), await visit(bea)];
	const desk = await visit(await contactPersonOf(neighbourhood.id));
	for (const telephone of [his, hers, desk]) forbidDialogs(telephone);
	const texts = [...Object.values(names), 'javascript:alert(1) https://x.nl/"onclick="alert(1)'];
	for (const text of texts) {
		await his.goto(`/me/conversations/${talk}`);
		await his.getByLabel('Je bericht').fill(text);
		await his.getByRole('button', { name: 'Stuur mijn bericht' }).click();
		await hers.goto(`/me/conversations/${talk}`);
		for (const page of [his, hers]) {
			await expect(page.locator('#messages .typed').last()).toContainText(text.split('"')[0]!);
			await expect(page.locator('main :is(img, script, [onerror], [onclick])')).toHaveCount(0);
			await expect(page.locator('#messages a:not([href^="https://x.nl/"])')).toHaveCount(0);
		}
	}
	for (const path of ['/me/conversations', `/neighbours/${kees.residentId}/block`]) {
		await hers.goto(path);
		await shows(hers, names['with HTML in it']);
	}
	await hers.goto(`/me/conversations/${talk}/report`);
	await hers.getByLabel('Iets anders over').check();
	await hers.getByRole('button', { name: 'Ga verder' }).click();
	await hers.getByLabel('Iets anders').check();
	await hers.getByLabel('Wil je er iets bij zeggen?').fill(names['with HTML in it']);
	await hers.getByRole('button', { name: 'Stuur mijn melding' }).click();
	await expect(hers.getByRole('status')).toContainText('Je melding is verstuurd.');
	await desk.goto('/desk/help');
	await shows(desk, names['with HTML in it']);
	await desk.getByRole('link', { name: names['with HTML in it'] }).click();
	await expect(desk.getByText(names['with HTML in it'])).toHaveCount(2);
	await shows(desk, names['with HTML in it']);
});

test('what is typed after help, for a neighbour and against a decision is shown as it was typed', async ({
	neighbourhood,
	visit
}) => {
	const kees = await moveIn(neighbourhood, names['with HTML in it']);
	const bea = await moveIn(neighbourhood, 'Bea');
	const match = await agree(bea, kees);
	await makeEarlier(match, 8);
	await askPlaced(kees);
	const contact = await contactPersonOf(neighbourhood.id);
	const report = await reportPost(bea, await ask(kees));
	await actOn(contact, report, 'hidden');
	const [his, hers, desk] = [await visit(kees), await visit(bea), await visit(contact)];
	for (const telephone of [his, hers, desk]) forbidDialogs(telephone);
	const said = (what: string) => `</p><svg onload=alert("${what}")> 🌷 ليلى`;
	const words = (page: Page) => page.locator('textarea');
	const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();

	await his.goto(`/me/help/${match}/how`);
	await his.getByLabel('Lastig').check();
	await words(his).fill(said('how'));
	await press(his, 'Ga verder');
	await his.getByLabel('Nee', { exact: true }).check();
	await press(his, 'Ga verder');
	await his.getByLabel(said('how')).check();
	await press(his, 'Zo is het goed');
	await shows(his, said('how'));
	await his.goto(`/me/help/${match}/thanks`);
	await words(his).fill(said('thanks'));
	await press(his, 'Zeg bedankt');
	await his.goto('/me/help');
	await shows(his, 'Ik zoek iemand die meeloopt.');
	await his.getByRole('link', { name: 'Ik ben het er niet mee eens' }).click();
	await words(his).fill(said('appeal'));
	await press(his, 'Ik ben het er niet mee eens');

	for (const path of ['/me/help', `/me/help/${match}`]) {
		await hers.goto(path);
		await shows(hers, names['with HTML in it']);
	}
	await shows(hers, said('thanks'));

	await desk.goto('/desk/help');
	await shows(desk, said('how'));
	await desk.getByText('Meldingen waar je iets mee deed').click();
	await desk.getByRole('link', { name: 'Over een bericht' }).click();
	await shows(desk, said('appeal'));
	await desk.goto(`/desk/help/for/${kees.residentId}/kind`);
	await shows(desk, names['with HTML in it']);
	await desk.getByLabel('Ik zoek hulp').check();
	await press(desk, 'Ga verder');
	await desk.getByLabel('gezelschap').check();
	await press(desk, 'Ga verder');
	await words(desk).fill(said('propose'));
	await press(desk, 'Ga verder');
	await desk.getByLabel('Dat maakt niet uit').check();
	await press(desk, 'Ga verder');
	await shows(desk, said('propose'));
	await press(desk, 'Leg dit voor aan');
	for (const path of ['/today', '/me/help']) {
		await his.goto(path);
		await shows(his, said('propose'));
	}
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

async function contactPersonOf(neighbourhoodId: string) {
	const account = await newAccount();
	await database()`
		update public.staff set profile_id = ${account.userId}
		where neighbourhood_id = ${neighbourhoodId} and role = 'contact_person'
	`;
	return account;
}
