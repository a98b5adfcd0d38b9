import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import {
	database,
	moveIn,
	moveInAlso,
	newAccount,
	openNeighbourhood,
	seat,
	startGroup
} from './support/database.ts';
import { answerPost, chooseAnswer, placePost, propose } from './support/help.ts';
import { expect, mainText, test } from './support/test.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const next = (page: Page) => press(page, 'Ga verder');
const question = (page: Page) => page.getByRole('heading', { level: 1 });
const words = (page: Page) => page.getByLabel('In je eigen woorden');
const follow = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name }).first().click();

test('who asks is led through it, keeps what was typed, and sees who will see it', async ({
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const group = await startGroup(noor);
	const [page, other] = [await visit(noor), await visit(await moveIn(neighbourhood, 'Mo'))];
	await page.goto('/today');
	await follow(page, 'Buurthulp');
	await press(page, 'Ik zoek hulp');
	await expect(question(page)).toHaveText('Waar zoek je hulp bij?');
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Kies een van de kaarten.');
	await page.getByLabel('gezelschap').check();
	await next(page);

	// The beginning alone says nothing yet; another beginning is a tap away.
	await expect(words(page)).toHaveValue('Ik zoek iemand die ');
	await follow(page, 'Wie kan mij …');
	await expect(words(page)).toHaveValue('Wie kan mij ');
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Schrijf in een paar woorden');
	const said = 'Wie kan mij <b>leren</b> schaken? 🌷';
	await words(page).fill(`${said} ${'x'.repeat(280)}`);
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Maak dit korter');
	await expect(words(page)).toHaveValue(`${said} ${'x'.repeat(280)}`);
	await words(page).fill(said);
	await next(page);

	await page.getByLabel('Elke week').check();
	await expect(page.getByLabel('Welke dag?')).toBeHidden();
	await page.getByLabel('Dag', { exact: true }).selectOption('dinsdag');
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Kies hoe laat het begint.');
	await expect(page.getByLabel('Dag', { exact: true }).locator(':checked')).toHaveText('dinsdag');
	await page.getByLabel('Hoe laat?').selectOption('14:00');
	await next(page);
	await page.getByLabel(`Alleen`).check();
	await next(page);

	await expect(question(page)).toHaveText('Wie ziet dit?');
	await expect(page.getByText(/Alleen .* ziet dit\. Ook je voornaam/)).toBeVisible();
	await follow(page, 'Wijzig wie het ziet');
	await page.getByLabel('Iedereen in').check();
	await next(page);
	await expect(page.getByText(/Iedereen in .* ziet dit\./)).toBeVisible();
	await page.getByRole('link', { name: 'Ga terug' }).click();
	await expect(page.getByLabel('Iedereen in')).toBeChecked();
	await next(page);
	await press(page, 'Plaats dit');
	await expect(page.getByRole('status')).toHaveText('Geplaatst. Goed dat je het vraagt.');
	await expect(page.getByText(said)).toBeVisible();
	await expect(page.getByText('Elke dinsdag om 14 uur')).toBeVisible();

	await other.goto('/help');
	await expect(other.getByText(said)).toBeVisible();
	await expect(other.getByRole('link', { name: /Noor.* zoekt hulp: gezelschap/ })).toBeVisible();
	expect(await mainText(other)).not.toContain(group.name);
});

test('an offer on one day, for one group, is read by that group alone', async ({
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const mo = await moveIn(neighbourhood, 'Mo');
	const group = await startGroup(noor);
	await seat(group, mo);
	const page = await visit(noor);
	await page.goto('/help/new');
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Kies of je hulp biedt of zoekt.');
	await page.getByLabel('Ik bied hulp').check();
	await next(page);
	await page.getByLabel('een klusje').check();
	await next(page);
	await expect(words(page)).toHaveValue('Ik kan ');
	await words(page).fill('Ik kan een lamp ophangen.');
	await next(page);
	await page.getByLabel('Op één dag').check();
	await page.getByLabel('Welke dag?').fill('2020-01-01');
	await page.getByLabel('Hoe laat?').selectOption('09:30');
	await next(page);
	await page.getByLabel('Alleen').check();
	await next(page);
	await press(page, 'Plaats dit');
	// A day that has been is told of, with the way to another.
	await expect(page.getByRole('alert')).toContainText('Kies een later moment.');
	await follow(page, 'Wijzig het moment');
	await expect(page.getByLabel('Welke dag?')).toHaveValue('2020-01-01');
	await page.getByLabel('Welke dag?').fill(inDays(7));
	await next(page);
	await press(page, 'Plaats dit');
	await expect(page.getByRole('status')).toContainText('Geplaatst.');

	const [mos, elses] = [await visit(mo), await visit(await moveIn(neighbourhood, 'Els'))];
	await mos.goto('/help');
	await expect(mos.getByText('Ik kan een lamp ophangen.')).toBeVisible();
	await expect(mos.getByText(/Alleen voor/)).toBeVisible();
	await elses.goto('/help');
	await expect(elses.getByText('Hier is het nog stil')).toBeVisible();
	const path = new URL(page.url()).pathname;
	expect((await elses.goto(path))?.status()).toBe(404);
	expect((await mos.goto(path))?.status()).toBe(200);
});

test('a request turned into an offer asks for other words', async ({ neighbourhood, visit }) => {
	const page = await visit(await moveIn(neighbourhood, 'Noor'));
	await draft(page);
	await expect(question(page)).toHaveText('Wie ziet dit?');
	await follow(page, 'Wijzig bieden of zoeken');
	await page.getByLabel('Ik bied hulp').check();
	await next(page);
	await expect(question(page)).toHaveText('Wat wil je doen?');
	await expect(words(page)).toHaveValue('Ik kan ');
	await words(page).fill('Ik kan soep koken.');
	await next(page);
	await expect(page.getByText('Ik bied hulp')).toBeVisible();
});

test('the last step sent twice places one', async ({ neighbourhood, visit }) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const page = await visit(noor);
	await draft(page);
	const twin = await page.context().newPage();
	await twin.goto('/help/new/check');
	const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
	const sent = { headers, form: {}, maxRedirects: 0 };
	const place = () => page.context().request.post('/help/new/check', sent);
	const went = (await Promise.all([place(), place()])).map((answer) => answer.headers().location);
	expect(went[0]).toMatch(/^\/help\/[0-9a-f-]{36}$/);
	expect(went[1]).toBe(went[0]);
	await press(twin, 'Plaats dit');
	await expect(twin).toHaveURL(/\/help$/);
	await expect(twin.getByRole('link', { name: 'Jij zoekt hulp' })).toHaveCount(1);
	const [posts] = await database()`
		select count(*)::int from public.help_posts where author_id = ${noor.residentId}
	`;
	expect(posts?.count).toBe(1);
});

test('who lives in two neighbourhoods says in which one it is', async ({
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const other = await openNeighbourhood();
	await moveInAlso(noor, other);
	const page = await visit(noor);
	await page.goto('/help');
	await press(page, 'Ik zoek hulp');
	await expect(question(page)).toHaveText('In welke buurt is het?');
	await expect(page.getByText('Vraag 1 van 5')).toBeVisible();
	await next(page);
	await expect(page.getByRole('alert')).toContainText('Kies in welke buurt het is.');
	await draft(page, other.name);
	await expect(page.getByText(`Iedereen in`).first()).toContainText(other.name);
	await press(page, 'Plaats dit');
	await expect(page.getByRole('status')).toContainText('Geplaatst.');
	const neighbours = await visit(await moveIn(neighbourhood, 'Els'));
	await neighbours.goto('/help');
	await expect(neighbours.getByText('Hier is het nog stil')).toBeVisible();
});

test('to who answered, a no and no answer yet are the same pages; a yes opens what comes next', async ({
	neighbourhood,
	visit
}) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const pieter = await moveIn(neighbourhood, 'Pieter');
	const post = await placePost(fatima);
	const [hers, his] = [await visit(fatima), await visit(pieter)];

	await his.goto('/help');
	await follow(his, /Fatima.* zoekt hulp: boodschappen doen/);
	await his.getByLabel('Wil je er iets bij zeggen?').fill('x'.repeat(281));
	await press(his, 'Ik wil wel helpen');
	await expect(his.getByRole('alert')).toContainText('Maak dit korter');
	await expect(his.getByLabel('Wil je er iets bij zeggen?')).toHaveValue('x'.repeat(281));
	await his.getByLabel('Wil je er iets bij zeggen?').fill('Ik ga <i>vrijdag</i> toch.');
	await press(his, 'Ik wil wel helpen');
	await expect(his.getByRole('status')).toContainText('kan je antwoord nu lezen.');

	const look = async () => {
		const seen = [];
		for (const path of ['/help', `/help/${post}`, '/me/help', '/today', '/me/conversations']) {
			const answer = await his.context().request.get(path, { headers: { accept: 'text/html' } });
			seen.push([path, answer.status(), await answer.text()]);
		}
		return seen;
	};
	const before = await look();
	await hers.goto(`/help/${post}`);
	await expect(hers.getByText('Ik ga <i>vrijdag</i> toch.')).toBeVisible();
	await expect(hers.getByText(/Pieter.* wil je helpen\. Is dat goed\?/)).toBeVisible();
	await press(hers, 'Liever niet');
	await expect(hers.getByRole('status')).toHaveText('Goed. Niemand ziet wat je koos.');
	await expect(hers.getByRole('button', { name: 'Ja', exact: true })).toHaveCount(0);
	expect(await look()).toEqual(before);

	await hers.getByText('Hier zei je liever niet').click();
	await press(hers, 'Toch ja');
	await expect(hers.getByRole('status')).toHaveText('Je zei ja. Jullie kunnen nu praten.');
	await follow(hers, 'Bekijk wat jullie afspreken');
	await expect(hers).toHaveURL(/\/me\/help\/[0-9a-f-]{36}$/);
	await his.reload();
	await expect(his.getByText(/zeiden allebei ja/)).toBeVisible();
	await follow(his, 'Bekijk wat jullie afspreken');
	await expect(his).toHaveURL(hers.url());
});

test('an answer is changed and taken back, and its author is not there to judge any more', async ({
	neighbourhood,
	visit
}) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const pieter = await moveIn(neighbourhood, 'Pieter');
	const post = await placePost(fatima, { kind: 'offer', words: 'Ik kan koken.' });
	const [hers, his] = [await visit(fatima), await visit(pieter)];
	await his.goto(`/help/${post}`);
	await press(his, 'Ja, graag');
	await his.getByText('Verander je zin').click();
	await his.getByLabel('Wil je er iets bij zeggen?').fill('Graag zonder vlees.');
	await press(his, 'Bewaar mijn zin');
	await hers.goto(`/help/${post}`);
	await expect(hers.getByText('Graag zonder vlees.')).toBeVisible();
	await expect(hers.getByText(/Pieter.* wil graag jouw hulp\./)).toBeVisible();
	await press(his, 'Toch niet');
	await expect(his.getByRole('status')).toContainText('Je hoeft geen reden te geven.');
	await press(hers, 'Ja');
	await expect(hers.getByRole('alert')).toContainText('Deze buur kan toch niet.');
	await hers.goto(`/help/${post}`);
	await expect(hers.getByText('Nog niemand.')).toBeVisible();
	await expect(his.getByRole('button', { name: 'Ja, graag' })).toBeVisible();
});

test('with minding children the contact person comes first', async ({ neighbourhood, visit }) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const post = await placePost(fatima, { category: 'child_minding' });
	await answerPost(post, await moveIn(neighbourhood, 'Pieter'));
	const hers = await visit(fatima);
	await hers.goto(`/help/${post}`);
	await expect(hers.getByText(/Bij oppassen stelt .*Anna.* jullie eerst/)).toBeVisible();
	await press(hers, 'Ja');
	await expect(hers.getByRole('status')).toContainText('Anna');
});

test('a post is changed, rests with one tap back, and is taken away', async ({
	neighbourhood,
	visit
}) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const post = await placePost(fatima);
	const [hers, his] = [await visit(fatima), await visit(await moveIn(neighbourhood, 'Pieter'))];
	await hers.goto(`/help/${post}`);
	await follow(hers, 'Verander dit');
	await follow(hers, 'Wijzig je woorden');
	await words(hers).fill('  ');
	await press(hers, 'Bewaar dit');
	await expect(hers.getByRole('alert')).toContainText('Schrijf in een paar woorden');
	await words(hers).fill('Ik zoek iemand die mijn tas draagt.');
	await press(hers, 'Bewaar dit');
	await follow(hers, 'Wijzig het moment');
	await hers.getByLabel('Elke week').check();
	await hers.getByLabel('Dag', { exact: true }).selectOption('vrijdag');
	await hers.getByLabel('Hoe laat?').selectOption('10:00');
	await press(hers, 'Bewaar dit');
	await follow(hers, 'Wijzig de soort hulp');
	await expect(hers.getByLabel('boodschappen doen')).toBeChecked();
	await hers.getByLabel('iets anders').check();
	await press(hers, 'Bewaar dit');
	await his.goto(`/help/${post}`);
	await expect(his.getByText('Ik zoek iemand die mijn tas draagt.')).toBeVisible();
	await expect(his.getByText('Elke vrijdag om 10 uur')).toBeVisible();
	await expect(question(his)).toContainText('zoekt hulp: iets anders');

	await database()`
		update public.help_posts set ask_at = now() - interval '1 hour' where id = ${post}
	`;
	await hers.goto(`/help/${post}`);
	await expect(hers.getByText('Staat dit nog?')).toBeVisible();
	await press(hers, 'Ja');
	await expect(hers.getByText('Staat dit nog?')).toHaveCount(0);
	await database()`update public.help_posts set state = 'resting' where id = ${post}`;
	expect((await his.goto(`/help/${post}`))?.status()).toBe(404);
	await hers.reload();
	await press(hers, 'Zet het terug');
	expect((await his.goto(`/help/${post}`))?.status()).toBe(200);

	await follow(hers, 'Verander dit');
	await hers.getByText('Haal dit weg').click();
	await press(hers, 'Ja, haal het weg');
	await expect(hers.getByRole('status')).toBeVisible();
	expect((await his.goto(`/help/${post}`))?.status()).toBe(404);
	await hers.goto(`/help/${post}`);
	await expect(hers.getByText('Dit is weggehaald.')).toBeVisible();
	expect((await hers.goto(`/help/${post}/change/words`))?.status()).toBe(404);
});

test('who answered looks once more at what changed, and only then its author can say yes', async ({
	neighbourhood,
	visit
}) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const [pieter, els] = [await moveIn(neighbourhood, 'Pieter'), await moveIn(neighbourhood, 'Els')];
	const post = await placePost(fatima);
	await answerPost(post, pieter, 'Graag.');
	await chooseAnswer(await answerPost(post, els, 'Graag.'), fatima, 'no');
	const [hers, his, elses] = [await visit(fatima), await visit(pieter), await visit(els)];
	await hers.goto(`/help/${post}`);
	const old = await hers.context().newPage();
	await old.goto(`/help/${post}`);
	await hers.goto(`/help/${post}/change/when`);
	await hers.getByLabel('Elke week').check();
	await hers.getByLabel('Dag', { exact: true }).selectOption('vrijdag');
	await hers.getByLabel('Hoe laat?').selectOption('10:00');
	await press(hers, 'Bewaar dit');

	await hers.goto(`/help/${post}`);
	const waits = (name: string) =>
		hers.getByText(
			new RegExp(`Je hebt je bericht veranderd\\. .*${name}.* kijkt er nog een keer naar\\.`)
		);
	await expect(waits('Pieter')).toBeVisible();
	await hers.getByText('Hier zei je liever niet').click();
	await expect(waits('Els')).toBeVisible();
	await expect(hers.getByRole('button', { name: /^(Ja|Toch ja)$/ })).toHaveCount(0);
	await expect(hers.getByRole('button', { name: 'Liever niet' })).toBeVisible();
	await press(old, 'Ja');
	await expect(old.getByRole('alert')).toContainText('Je hebt je bericht veranderd.');
	await hers.goto('/today');
	await expect(hers.getByText(/wil je helpen/)).toHaveCount(0);

	// To whom she said nothing yet, and to whom she said no, it is the same question.
	for (const path of [`/help/${post}`, '/me/help', '/today']) {
		const texts = [];
		for (const page of [his, elses]) {
			await page.goto(path);
			await expect(
				page.getByText('Dit bericht is veranderd. Klopt je antwoord nog?')
			).toBeVisible();
			await expect(page.getByText('Elke vrijdag om 10 uur')).toBeVisible();
			const text = await mainText(page);
			texts.push(text.replace(/("answerId" value=")[\w-]+/g, '$1'));
		}
		expect(texts[0]).toBe(texts[1]);
	}
	await press(his, 'Ja, het klopt nog');
	await expect(his.getByRole('status')).toContainText('kan je antwoord nu lezen.');
	await expect(his.getByText('Dit bericht is veranderd.')).toHaveCount(0);
	await elses.goto('/me/help');
	await press(elses, 'Nee, trek in');
	await expect(elses.getByRole('status')).toContainText('Je hoeft geen reden te geven.');
	await expect(elses.getByText('Graag.')).toHaveCount(0);
	await hers.goto('/today');
	await follow(hers, /Pieter.* wil je helpen/);
	await press(hers, 'Ja');
	await expect(hers.getByRole('status')).toHaveText('Je zei ja. Jullie kunnen nu praten.');

	await hers.goto(`/help/${post}/change/words`);
	await words(hers).fill('Ik zoek iemand die mijn kelder opruimt.');
	await press(hers, 'Bewaar dit');
	await his.goto('/today');
	await expect(his.getByText('Dit bericht is veranderd.')).toHaveCount(0);
	await his.goto('/me/help');
	await follow(his, /Jij helpt .*Fatima/);
	await expect(his.getByText('Ik zoek iemand die met mij boodschappen doet.')).toBeVisible();
});

test('a page that was read before a change does not say yes to what it became', async ({
	neighbourhood,
	visit
}) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const post = await placePost(fatima);
	const [hers, his] = [await visit(fatima), await visit(await moveIn(neighbourhood, 'Pieter'))];
	await his.goto(`/help/${post}`);
	await hers.goto(`/help/${post}/change/what`);
	await hers.getByLabel('oppassen').check();
	await press(hers, 'Bewaar dit');
	await press(his, 'Ik wil wel helpen');
	await expect(his.getByText('Dit bericht is veranderd.')).toBeVisible();
	await expect(question(his)).toContainText('zoekt hulp: oppassen');
	await hers.goto(`/help/${post}`);
	await expect(hers.getByRole('button', { name: 'Ja', exact: true })).toHaveCount(0);
});

test('what was for a group that is no more is for nobody until its author chooses', async ({
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const group = await startGroup(noor);
	await startGroup(noor);
	const post = await placePost(noor, { group });
	await database()`delete from public.groups where id = ${group.id}`;
	const [page, others] = [await visit(noor), await visit(await moveIn(neighbourhood, 'Els'))];
	await page.goto(`/help/${post}/change`);
	await expect(page.getByText('Nu niemand. De groep is er niet meer.')).toBeVisible();
	await follow(page, 'Wijzig je woorden');
	await expect(question(page)).toHaveText('Wie mag dit zien?');
	await expect(page.getByText('Nu niemand. De groep is er niet meer.')).toBeVisible();
	// A page that was open before the group went.
	const saved = await page.context().request.post(`/help/${post}/change/words`, {
		form: { words: 'Ik zoek iemand die zwijgt.' },
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
	});
	expect(saved.status()).toBe(200);
	expect((await others.goto(`/help/${post}`))?.status()).toBe(404);
	await press(page, 'Bewaar dit');
	await expect(page.getByRole('alert')).toContainText('Kies wie dit mag zien.');
	await expect(page.getByLabel('Alleen')).toHaveCount(1);
	await page.getByLabel('Iedereen in').check();
	await press(page, 'Bewaar dit');
	await follow(page, 'Wijzig je woorden');
	await expect(words(page)).toHaveValue('Ik zoek iemand die zwijgt.');
	expect((await others.goto(`/help/${post}`))?.status()).toBe(200);
});

test('nobody changes or judges what is not theirs', async ({ neighbourhood, visit }) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const pieter = await moveIn(neighbourhood, 'Pieter');
	const post = await placePost(fatima);
	const answer = await answerPost(post, pieter, 'Graag.');
	const els = await visit(await moveIn(neighbourhood, 'Els'));
	for (const path of [
		`${post}/change`,
		`${post}/change/words`,
		randomUUID(),
		'nobody',
		'new/nothing'
	]) {
		expect([path, (await els.goto(`/help/${path}`))?.status()]).toEqual([path, 404]);
	}
	await els.goto(`/help/${post}`);
	expect(await mainText(els)).not.toContain('Graag.');
	const origin = new URL(els.url()).origin;
	const judged = await els.context().request.post(`/help/${post}?/choose`, {
		form: { answerId: answer, choice: 'yes' },
		headers: { origin, accept: 'text/html' }
	});
	expect(judged.status()).toBe(404);
	const stranger = await visit(await moveIn(await openNeighbourhood(), 'Ria'));
	expect((await stranger.goto(`/help/${post}`))?.status()).toBe(404);
	await stranger.goto('/help');
	await expect(stranger.getByText('Hier is het nog stil')).toBeVisible();
});

test('the board shows the newest first, older ones behind Meer, and a part of it', async ({
	neighbourhood,
	visit
}) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(fatima);
	await database()`
		insert into public.help_posts (
			neighbourhood_id, author_id, kind, category, words, moment, weekday, at_time,
			audience, group_id, state, placed_at, ask_at
		) select ${neighbourhood.id}, ${fatima.residentId},
			case when n % 2 = 0 then 'offer' else 'request' end::public.help_kind,
			case when n % 2 = 0 then 'device' else 'errands' end::public.help_category,
			'Bericht ' || lpad(n::text, 2, '0'), 'weekly', 1 + n % 7, '10:00',
			case when n = 3 then 'group' else 'neighbourhood' end::public.help_audience,
			case when n = 3 then ${group.id}::uuid end, 'open',
			now() - make_interval(mins => n), now() + interval '20 days'
		from generate_series(1, 25) n
	`;
	const page = await visit(fatima);
	const shown = async () =>
		(await page.locator('main').innerText()).match(/Bericht \d\d/g)?.map((text) => +text.slice(-2));
	const range = (from: number, to: number) =>
		Array.from({ length: to - from + 1 }, (_, n) => from + n);
	await page.goto('/help');
	expect(await shown()).toEqual(range(1, 20));
	await follow(page, 'Meer');
	expect(await shown()).toEqual(range(21, 25));
	await follow(page, 'Terug naar het nieuwste');
	expect(await shown()).toEqual(range(1, 20));

	await page.getByText('Zoek in Buurthulp').click();
	await page.getByLabel('Bieden of zoeken').selectOption('Wie biedt hulp?');
	await press(page, 'Laat zien');
	expect(await shown()).toEqual(range(1, 25).filter((n) => n % 2 === 0));
	await page.getByText('Zoek in Buurthulp').click();
	await expect(page.getByLabel('Bieden of zoeken').locator(':checked')).toHaveText(
		'Wie biedt hulp?'
	);
	await page.getByLabel('Dag').selectOption('dinsdag');
	await press(page, 'Laat zien');
	expect(await shown()).toEqual([8, 22]);
	await page.goto(`/help?group=${group.id}`);
	expect(await shown()).toEqual([3]);
	await page.goto('/help?category=company');
	await expect(page.getByText('Dit is er nu niet.')).toBeVisible();
	await follow(page, 'Laat alles zien');
	expect(await shown()).toEqual(range(1, 20));
	// Nonsense in the address asks for nothing.
	expect((await page.goto('/help?kind=x&weekday=9&group=y&before=z&before_id=1'))?.status()).toBe(
		200
	);
	expect(await shown()).toEqual(range(1, 20));
});

test('what staff wrote for me is mine to place, change or leave', async ({
	neighbourhood,
	visit
}) => {
	const truus = await moveIn(neighbourhood, 'Truus');
	const [mine, hers] = [await visit(truus), await visit(await moveIn(neighbourhood, 'Els'))];
	const [first, second] = [await propose(truus), await propose(truus)];
	await hers.goto('/help');
	await expect(hers.getByText('Hier is het nog stil')).toBeVisible();
	await mine.goto(`/help/${first}`);
	await expect(mine.getByText('schreef dit voor je')).toBeVisible();
	await follow(mine, 'Verander dit');
	await follow(mine, 'Wijzig je woorden');
	await words(mine).fill('Wie drinkt er koffie met mij?');
	await press(mine, 'Bewaar dit');
	await expect(hers.getByText('Wie drinkt')).toHaveCount(0);
	await mine.goto(`/help/${first}`);
	await press(mine, 'Ja, plaats dit');
	await hers.goto('/help');
	await expect(hers.getByText('Wie drinkt er koffie met mij?')).toBeVisible();

	await mine.goto(`/help/${second}`);
	const twin = await mine.context().newPage();
	await twin.goto(`/help/${second}`);
	await press(mine, 'Liever niet');
	await expect(mine.getByRole('status')).toBeVisible();
	expect((await mine.goto(`/help/${second}`))?.status()).toBe(404);
	await press(twin, 'Liever niet');
	await expect(twin.getByRole('alert')).toHaveCount(0);
});

test('somebody lets another ask for them, and calls it off', async ({ neighbourhood, visit }) => {
	const truus = await moveIn(neighbourhood, 'Truus');
	const page = await visit(truus);
	const asked = async () => {
		const rows = await database()<{ telephone: string | null }[]>`
			select telephone from public.help_asks where resident_id = ${truus.residentId}
		`;
		return rows.map(({ telephone }) => telephone);
	};
	await page.goto('/help/new');
	await follow(page, 'Liever dat iemand het voor je vraagt?');
	await page.getByLabel('Op welk nummer').fill('bel maar');
	await press(page, 'Ja, vraag het voor mij');
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByLabel('Op welk nummer')).toHaveValue('bel maar');
	await page.getByLabel('Op welk nummer').fill('06 - 11 22 33 44');
	await press(page, 'Ja, vraag het voor mij');
	await expect(page.getByRole('status')).toContainText('Anna');
	expect(await asked()).toEqual(['06 - 11 22 33 44']);
	await press(page, 'Het hoeft niet meer');
	await expect(page.getByRole('button', { name: 'Ja, vraag het voor mij' })).toBeVisible();
	expect(await asked()).toEqual([]);
});

test('whose placing is closed is told until when, and whom to call', async ({
	neighbourhood,
	visit
}) => {
	const fatima = await moveIn(neighbourhood, 'Fatima');
	const page = await visit(fatima);
	await draft(page);
	await database()`
		insert into public.help_pauses (resident_id, until)
		values (${fatima.residentId}, current_date + 7)
	`;
	await press(page, 'Plaats dit');
	await expect(page.getByRole('alert')).toContainText('Je kunt nu even niets plaatsen.');
	await page.goto('/help/new');
	await expect(page.getByText(/Dat kan weer vanaf .* Bel .*Anna/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Ga verder' })).toHaveCount(0);
});

test('who belongs to no neighbourhood is shown the way in', async ({ visit }) => {
	const page = await visit(await newAccount());
	await page.goto('/help/new');
	await expect(page.getByText('Buurthulp hoort bij een buurt.')).toBeVisible();
	await page.goto('/help');
	await expect(page.getByText('Buurthulp hoort bij een buurt.')).toBeVisible();
});

test('a telephone passed on begins anew', async ({ neighbourhood, visit }) => {
	const page = await visit(await moveIn(neighbourhood, 'Noor'));
	await draft(page);
	await page.goto('/me');
	await press(page, 'Log uit op deze telefoon');
	const names = (await page.context().cookies()).map(({ name }) => name);
	expect(names).not.toContain('new_post');
});

test('what is typed is shown as it was typed, to everybody', async ({ neighbourhood, visit }) => {
	const name = '<img src=x onerror=alert(1)>';
	const fatima = await moveIn(neighbourhood, name);
	const pieter = await moveIn(neighbourhood, 'ليلى "><script>alert(1)</script>');
	const said = '</p><svg onload=alert(1)> & "مرحبا" ‮🥕';
	const post = await placePost(fatima, { words: said.replace('‮', '') });
	const answer = await answerPost(post, pieter, '<script>alert(2)</script>');
	await chooseAnswer(answer, fatima, 'no');
	for (const page of [await visit(fatima), await visit(pieter)]) {
		page.on('dialog', () => {
			throw new Error('typed text ran as a script');
		});
		for (const path of ['/help', `/help/${post}`]) {
			await page.goto(path);
			await expect(page.getByText('</p><svg onload=alert(1)>').first()).toBeVisible();
			await expect(page.locator('main :is(img, script, [onerror], [onload])')).toHaveCount(0);
		}
	}
});

/** All answers of a request at any time, up to the check. */
async function draft(page: Page, neighbourhood?: string) {
	await page.goto('/help');
	await press(page, 'Ik zoek hulp');
	if (neighbourhood) {
		await page.getByLabel(neighbourhood).check();
		await next(page);
	}
	await page.getByLabel('boodschappen doen').check();
	await next(page);
	await words(page).fill('Ik zoek iemand die mijn tas draagt.');
	await next(page);
	await page.getByLabel('Dat maakt niet uit').check();
	await next(page);
	await expect(page).toHaveURL(/check$/);
}

const inDays = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
