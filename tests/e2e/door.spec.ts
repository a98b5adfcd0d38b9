import { database, moveIn, newAddress, seat, setHours, startGroup } from './support/database.ts';
import { cardOf, signUp } from './support/door.ts';
import { codeFor } from './support/mail.ts';
import { staffOf } from './support/matches.ts';
import { sheets } from './support/paper.ts';
import { expect, mainText, test } from './support/test.ts';
import { send } from './support/ways.ts';

test('someone is signed up at the door, is answered for, and later claims the account', async ({
	neighbourhood,
	visit
}) => {
	const guide = await staffOf(neighbourhood, 'facilitator');
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const desk = await visit(guide);
	await desk.goto('/desk');
	await desk.getByRole('link', { name: 'Iemand aanmelden' }).click();
	await desk.getByRole('link', { name: 'Meld iemand aan' }).click();
	await send(desk, 'Ga verder');
	await expect(desk.getByRole('alert')).toBeVisible();
	await desk.getByLabel('Voornaam').fill('Wil');
	await send(desk, 'Ga verder');
	await desk.getByLabel('Of op een andere manier').fill('bel aan bij de bakker');
	await send(desk, 'Ga verder');
	await desk.getByLabel(group.name).check();
	await send(desk, 'Ga verder');
	const signs = desk.getByRole('button', { name: /Meld .?Wil.? aan/ });
	await signs.click();
	await expect(desk.getByRole('alert')).toContainText('vinkje');
	await desk.getByLabel(/Ik heb dit samen met .?Wil.? gedaan/).check();
	await signs.click();
	await expect(desk.getByRole('status')).toContainText('heeft een stoel');
	await desk.getByRole('link', { name: 'Wil' }).click();
	await expect(desk.getByText('bel aan bij de bakker')).toBeVisible();

	await setHours(group.meetups[0], 3);
	const hosts = await visit(host);
	await hosts.goto(`/meetups/${group.meetups[0]}`);
	await hosts.getByRole('link', { name: 'Vul in voor een buur zonder account' }).click();
	await hosts.getByRole('link', { name: /Wat wil .?Wil.? doen/ }).click();
	await hosts.getByLabel('Wandelen').check();
	await send(hosts, 'Bewaar dit');
	await expect(hosts.getByText('Wil graag:')).toContainText(/wandelen/i);
	await hosts.getByRole('button', { name: /komt deze keer niet/ }).click();
	await expect(hosts.getByText(/Ingevuld door .?Fatima/)).toBeVisible();

	await desk.getByRole('link', { name: 'Maak een kaart' }).click();
	await send(desk, 'Maak een kaart');
	const digits = await desk.locator('.sheet strong').first().innerText();
	expect(await sheets(desk)).toBe(1);

	const wil = await visit();
	const email = newAddress();
	await wil.goto('/join');
	await wil.getByLabel('Code van acht cijfers').fill(digits);
	await send(wil, 'Bekijk de code');
	await wil.getByRole('button', { name: /Ja, ik ben .?Wil/ }).click();
	await wil.getByLabel('E-mailadres').fill(email);
	await send(wil, 'Stuur mij een code');
	await wil.getByLabel('Code van zes cijfers').fill(await codeFor(email));
	await wil.getByLabel('Ja, onthoud mij').check();
	await send(wil, 'Ga verder');
	await expect(wil.getByText('Je hebt een stoel.')).toBeVisible();
	await wil.goto(`/meetups/${group.meetups[0]}`);
	await expect(wil.getByText(/Ingevuld door .?Fatima/)).toBeVisible();
	await send(wil, 'Ik kom');
	await expect(wil.getByText(/Ingevuld door/)).toHaveCount(0);

	await hosts.goto(`/meetups/${group.meetups[0]}`);
	await expect(hosts.getByText('Wil', { exact: true })).toBeVisible();
	await expect(hosts.getByRole('link', { name: /Vul in voor/ })).toHaveCount(0);
	expect((await desk.goto(desk.url().replace('/card', '')))?.status()).toBe(404);
});

test('a used card and an unknown one get one answer; who lives here already reads why not', async ({
	neighbourhood,
	visit
}) => {
	const guide = await staffOf(neighbourhood, 'facilitator');
	const kees = await moveIn(neighbourhood, 'Kees');
	const id = await signUp(guide, neighbourhood, 'Wil');
	const taken = await cardOf(guide, id);
	const card = await cardOf(guide, id);
	const page = await visit(kees);
	await page.goto(`/join/${card}`);
	await page.getByRole('button', { name: /Ja, ik ben/ }).click();
	await expect(page.getByRole('alert')).toContainText('Je doet al mee in deze buurt.');
	const answers = [];
	for (const code of [taken, String(100_000_000 - Number(card)).padStart(8, '0')]) {
		const answer = await page.goto(`/join/${code}`);
		answers.push({ status: answer?.status(), main: await mainText(page) });
	}
	expect(answers[0]?.status).toBe(404);
	expect(answers[1]).toEqual(answers[0]);
});

test('a member is asked to move: a no leaves all as it was, a yes moves at once', async ({
	neighbourhood,
	visit
}) => {
	const guide = await staffOf(neighbourhood, 'facilitator');
	const [host, other, bea] = await Promise.all(
		['Fatima', 'Kees', 'Bea'].map((name) => moveIn(neighbourhood, name))
	);
	const [soup, walk] = [await startGroup(host!), await startGroup(other!, { inDays: 4 })];
	await seat(soup, bea!);
	const [desk, beas] = [await visit(guide), await visit(bea)];
	for (const answer of ['Nee, liever niet', 'Ja, graag']) {
		await desk.goto(`/groups/${soup.id}`);
		await desk.getByLabel('Iets regelen voor').selectOption({ label: 'Bea' });
		await send(desk, 'Vraag of een ander Buurtplein past');
		await desk.getByLabel(walk.name).check();
		await desk.getByRole('button', { name: /Vraag het aan/ }).click();
		await expect(desk.getByRole('status')).toContainText('krijgt de vraag op Vandaag');
		await beas.goto('/today');
		await expect(beas.getByText(/Je stoel bij .* geef je dan op\./)).toBeVisible();
		await send(beas, answer);
		await expect(beas.getByText(/geef je dan op/)).toHaveCount(0);
		const [row] = await database()<{ groups: string[] }[]>`
			select array_agg(g.name) as groups from public.memberships m
			join public.groups g on g.id = m.group_id where m.resident_id = ${bea!.residentId}
		`;
		expect(row!.groups).toEqual([answer === 'Ja, graag' ? walk.name : soup.name]);
	}
});

test('at their wish somebody without an account moves, stops, and is erased', async ({
	neighbourhood,
	visit
}) => {
	const guide = await staffOf(neighbourhood, 'facilitator');
	const host = await moveIn(neighbourhood, 'Fatima');
	const [soup, walk] = [await startGroup(host), await startGroup(host, { inDays: 4 })];
	const id = await signUp(guide, neighbourhood, 'Wil', soup);
	const desk = await visit(guide);
	await desk.goto(`/desk/neighbours/${id}`);
	await desk.getByRole('link', { name: 'Naar een ander Buurtplein' }).click();
	await desk.getByLabel(walk.name).check();
	await send(desk, 'Regel de stoel');
	await expect(desk.getByRole('alert')).toContainText('vinkje');
	await expect(desk.getByLabel(walk.name)).toBeChecked();
	await desk.getByLabel(/Dit is de wens van/).check();
	await send(desk, 'Regel de stoel');
	await expect(desk.getByRole('link', { name: walk.name, exact: true })).toBeVisible();
	await desk.getByRole('link', { name: /Stoppen bij/ }).click();
	await send(desk, 'Ja, stop hier');
	await expect(desk.getByText('Nog geen Buurtplein')).toBeVisible();
	await desk.getByRole('link', { name: /alles wissen/ }).click();
	await send(desk, 'Ja, wis alles');
	await expect(desk.getByRole('status')).toHaveText('Alles is gewist.');
	await expect(desk.getByText('Wil', { exact: true })).toHaveCount(0);
});

test('a contact person signs somebody up, and sees no list of who has no account', async ({
	neighbourhood,
	visit
}) => {
	const anna = await staffOf(neighbourhood, 'contact_person');
	const guide = await staffOf(neighbourhood, 'facilitator');
	const id = await signUp(guide, neighbourhood, 'Wil');
	const page = await visit(anna);
	await page.goto('/desk/contact');
	await page.getByRole('link', { name: 'Iemand aanmelden' }).click();
	await expect(page.getByRole('link', { name: 'Meld iemand aan' })).toBeVisible();
	await expect(page.getByText('Wil', { exact: true })).toHaveCount(0);
	expect((await page.goto(`/desk/neighbours/${id}`))?.status()).toBe(404);
});

test('day list and week card: who, where, what, whom to call, and one sheet each', async ({
	neighbourhood,
	visit
}) => {
	const guide = await staffOf(neighbourhood, 'facilitator');
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	await signUp(guide, neighbourhood, 'Wil', group);
	const desk = await visit(guide);
	await desk.goto('/desk');
	await desk.getByRole('link', { name: 'Daglijst' }).click();
	for (const words of [group.name, 'Fatima', 'Wil', '06 - 12 34 56 78'])
		await expect(desk.getByText(words, { exact: true })).toBeVisible();
	await expect(desk.getByText(/Lindestraat 12/)).toBeVisible();
	expect(await sheets(desk)).toBe(1);

	const hosts = await visit(host);
	await hosts.goto(`/groups/${group.id}`);
	await hosts.getByRole('link', { name: 'Weekkaart' }).click();
	await expect(hosts.getByText('06 - 12 34 56 78').first()).toBeVisible();
	expect(await sheets(hosts)).toBe(1);
	await hosts.emulateMedia({ media: 'print' });
	await expect(hosts.locator('.sheet > section:visible')).toHaveCount(4);

	const kees = await visit(await moveIn(neighbourhood, 'Kees'));
	for (const path of [`/groups/${group.id}/week`, `/groups/${group.id}/day`])
		expect((await kees.goto(path))?.status()).toBe(404);
});
