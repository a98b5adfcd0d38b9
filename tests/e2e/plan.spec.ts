import type { Page } from '@playwright/test';
import { database, moveIn, seat, setHours, startGroup } from './support/database.ts';
import { askSupport, makePlan, setPeriod, support } from './support/plans.ts';
import { expect, test } from './support/test.ts';

test('from a dream to done, one question a page', async ({ neighbourhood, visit }) => {
	const page = await visit(await moveIn(neighbourhood, 'Noor'));
	await page.goto('/me/plan');
	await expect(page.getByText('Alleen jij ziet dit.')).toBeVisible();
	await page.getByRole('link', { name: 'Ik wil leren …' }).click();

	await expect(page.getByLabel('In je eigen woorden')).toHaveValue('Ik wil leren ');
	await press(page, 'Ga verder');
	await expect(page.getByRole('alert')).toContainText('Schrijf één zin.');
	await page.getByLabel('In je eigen woorden').fill('z'.repeat(281));
	await press(page, 'Ga verder');
	await expect(page.getByRole('alert')).toContainText('hooguit 280 tekens');
	await expect(page.getByLabel('In je eigen woorden')).toHaveValue('z'.repeat(281));
	await page.getByLabel('In je eigen woorden').fill('Ik wil leren <b>zwemmen</b> 🏊');
	await press(page, 'Ga verder');

	await expect(page.getByText('Vraag 2 van 3')).toBeVisible();
	await page.getByRole('link', { name: 'Ga terug' }).click();
	await expect(page.getByLabel('Dit wil ik')).toHaveValue('Ik wil leren <b>zwemmen</b> 🏊');
	await press(page, 'Ga verder');
	await page.getByLabel('Iets te doen wat bij mij past').check();
	await press(page, 'Ga verder');

	await expect(page.getByText('Vraag 3 van 3')).toBeVisible();
	await expect(page.getByLabel('Welke dag?')).toBeHidden();
	await page.getByLabel('Een eigen dag').check();
	await page.getByLabel('Welke dag?').fill('2020-01-01');
	await press(page, 'Bewaar mijn keuze');
	await page
		.getByRole('alert')
		.getByRole('link', { name: /^Kies een dag na vandaag/ })
		.click();
	await expect(page.getByLabel('Welke dag?')).toBeFocused();
	await expect(page.getByLabel('Welke dag?')).toHaveValue('2020-01-01');
	await page.getByLabel('4 weken').check();
	await press(page, 'Bewaar mijn keuze');
	await expect(page.getByRole('status')).toHaveText('Je plan staat er.');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Ik wil leren <b>zwemmen</b> 🏊'
	);
	await expect(page.getByText('Iets te doen wat bij mij past')).toBeVisible();

	await page.getByRole('link', { name: 'Zet erbij wat je kunt' }).click();
	await page.getByLabel('In je eigen woorden').fill('Ik kan vroeg opstaan.');
	await press(page, 'Bewaar deze zin');
	await page.getByRole('link', { name: 'Zet er een kleine stap bij' }).click();
	await page.getByLabel('In je eigen woorden').fill('Ik bel het zwembad.');
	await press(page, 'Bewaar deze zin');
	await expect(page.getByText('Ik kan vroeg opstaan.', { exact: true }).first()).toBeVisible();

	await page.getByRole('link', { name: 'Wijzig Ik bel het zwembad.' }).click();
	await page.getByLabel('Kleine stap').fill('Ik ga langs bij het zwembad.');
	await press(page, 'Bewaar deze zin');
	await page.getByRole('link', { name: 'Wijzig Ik kan vroeg opstaan.' }).click();
	await page.getByText('Wis deze zin').first().click();
	await expect(page.getByText('Weet je het zeker?')).toBeVisible();
	await press(page, 'Ja, wis deze zin');
	await expect(page.getByText('Ik kan vroeg opstaan.')).toHaveCount(0);
	await expect(page.getByText('Ik ga langs bij het zwembad.').first()).toBeVisible();

	await page.getByText('Klaar, of anders verder').click();
	await press(page, 'Klaar');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mooi gedaan');
	await page.getByRole('link', { name: 'Naar mijn plan' }).click();
	await expect(page.getByRole('heading', { name: 'Klaar' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ik wil leren <b>zwemmen</b> 🏊' })).toBeVisible();
});

test('a plan that is half way, over, longer, let go and taken back', async ({
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const plan = await makePlan(noor);
	const page = await visit(noor);
	await setPeriod(plan, 30, 26);
	await page.goto('/me/plan');
	await page.getByRole('link', { name: 'Kijk terug' }).click();
	await page.getByLabel('Wil je er iets bij zeggen?').fill('Het water was koud.');
	await press(page, 'Bewaar dit');
	await expect(page.getByRole('alert')).toContainText('Kies een van de drie gezichten.');
	await expect(page.getByLabel('Wil je er iets bij zeggen?')).toHaveValue('Het water was koud.');
	await page.getByLabel('Gaat wel').check();
	await press(page, 'Bewaar dit');
	await expect(page.getByText('Halverwege: Gaat wel')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Kijk terug' })).toHaveCount(0);

	await setPeriod(plan, 56, 0);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'De tijd is om' })).toBeVisible();
	const twin = await page.context().newPage();
	await twin.goto(`/me/plan/${plan.id}`);
	for (const each of [page, twin]) {
		await press(each, 'Langer doorgaan');
		await expect(each.getByRole('status')).toContainText('Je hebt nu de tijd tot');
	}
	const [goal] = await database()`
		select ends_on = current_date + 28 as right from public.goals where id = ${plan.id}
	`;
	expect(goal?.right, 'four weeks, not eight').toBe(true);

	await page.getByText('Klaar, of anders verder').click();
	await press(page, 'Dit hoeft niet meer');
	await expect(page.getByRole('status')).toHaveText('Goed. Je kunt het altijd terughalen.');
	await expect(page.getByRole('heading', { name: 'Waar droom je van?' })).toBeVisible();
	await page.getByText('Dit hoefde niet meer').click();
	await page.getByRole('button', { name: 'Terughalen' }).click();
	await expect(page.getByRole('status')).toHaveText('Je plan is er weer.');
	await expect(page.getByRole('heading', { name: 'Ik wil leren zwemmen.' })).toBeVisible();
});

test('one sentence is shared with one reader, and taken back', async ({ neighbourhood, visit }) => {
	const [noor, johanna] = await Promise.all([
		moveIn(neighbourhood, 'Noor'),
		moveIn(neighbourhood, 'Johanna')
	]);
	const plan = await makePlan(noor);
	const page = await visit(noor);
	await page.goto(`/me/plan/${plan.id}/${plan.want}/readers`);
	await expect(page.getByRole('link', { name: 'Wie staat mij bij' })).toBeVisible();

	const reader = await support(noor, johanna);
	await page.goto('/me/plan');
	await expect(page.getByText('Alleen jij', { exact: true })).toHaveCount(3);
	await page.getByRole('link', { name: 'Wie mag dit lezen? Alleen jij' }).first().click();
	const toggle = page.getByRole('button', { name: /Johanna.? mag dit lezen/ });
	await expect(toggle).toHaveAttribute('aria-pressed', 'false');
	await toggle.click();
	await expect(toggle).toHaveAttribute('aria-pressed', 'true');
	expect(await shared()).toEqual([plan.want]);
	await page.getByRole('link', { name: 'Kijk door de ogen van' }).click();
	await expect(page.locator('.shared-view')).toHaveText(/Ik wil leren zwemmen\./);
	await press(page, 'Hoe het met me gaat');
	await expect(page.getByRole('status')).toHaveText('Goed. Dit is nu gedeeld.');
	await page.getByRole('link', { name: 'Ga terug' }).click();
	await expect(toggle).toBeVisible();
	await page.goto('/me/plan');
	await expect(page.getByText(/^Jij en .?Johanna/)).toHaveCount(1);
	await expect(page.getByText('Alleen jij', { exact: true })).toHaveCount(2);

	await page.goto(`/me/plan/${plan.id}/${plan.want}/readers`);
	await toggle.dblclick();
	await expect(toggle).toHaveAttribute('aria-pressed', 'false');
	expect(await shared()).toEqual([]);

	async function shared() {
		const rows = await database()<{ sentence_id: string }[]>`
			select sentence_id from public.sentence_shares where supporter_id = ${reader}
		`;
		return rows.map(({ sentence_id }) => sentence_id);
	}
});

test('a step is pinned to a meetup, unseen by others, and asked about afterwards', async ({
	neighbourhood,
	visit
}) => {
	const [host, noor] = await Promise.all([
		moveIn(neighbourhood, 'Fatima'),
		moveIn(neighbourhood, 'Noor')
	]);
	const group = await startGroup(host);
	await seat(group, noor);
	const plan = await makePlan(noor);
	const [page, hosts] = [await visit(noor), await visit(host)];
	await page.goto(`/me/plan/${plan.id}`);
	await page.getByRole('link', { name: 'Doe dit bij een bijeenkomst' }).click();
	await page.getByLabel(group.name).check();
	await press(page, 'Bewaar mijn keuze');
	await expect(page.getByText(/^Doe ik bij/)).toContainText(group.name);
	for (const path of ['/today', `/groups/${group.id}`, `/meetups/${group.meetups[0]}`]) {
		await hosts.goto(path);
		await expect(hosts.getByText('Ik vraag naar de tijden.')).toHaveCount(0);
	}

	await setHours(group.meetups[0], -3);
	await page.goto('/today');
	await expect(page.getByText('Ik vraag naar de tijden.')).toBeVisible();
	await expect(page.getByText('Alleen jij ziet je antwoord.')).toBeVisible();
	await press(page, 'Een beetje');
	await expect(page.getByRole('status')).toHaveText('Een beetje is ook goed.');
	await expect(page.getByText('Ik vraag naar de tijden.')).toHaveCount(0);
	await page.goto(`/me/plan/${plan.id}`);
	await expect(page.getByText('Een beetje')).toBeVisible();
});

test('pressing twice, going back and a fourth plan', async ({ neighbourhood, visit }) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const page = await visit(noor);
	await page.goto('/me/plan');
	await page.getByRole('link', { name: 'Ik wil weer …' }).click();
	await page.getByLabel('In je eigen woorden').fill('Ik wil weer fietsen.');
	await page.getByRole('button', { name: 'Ga verder' }).dblclick();
	await expect(page).toHaveURL(/theme\?new/);
	await page.goBack();
	await page.getByLabel('In je eigen woorden').fill('Ik wil weer ver fietsen.');
	await press(page, 'Ga verder');
	await expect(page).toHaveURL(/theme\?new/);
	expect(await wishes()).toEqual(['Ik wil weer ver fietsen.']);

	await page.goto(page.url().replace('/theme?new', '/add/step'));
	await page.getByLabel('In je eigen woorden').fill('Ik pomp mijn banden op.');
	await page.getByRole('button', { name: 'Bewaar deze zin' }).dblclick();
	await expect(page.getByText('Ik pomp mijn banden op.', { exact: true }).first()).toBeVisible();
	const [steps] = await database()`
		select count(*)::int from public.goal_sentences
		where owner_id = ${noor.userId} and kind = 'step'
	`;
	expect(steps?.count).toBe(1);

	await makePlan(noor, 'Ik wil twee.');
	await page.goto('/me/plan/new');
	await makePlan(noor, 'Ik wil drie.');
	await page.getByLabel('In je eigen woorden').fill('Ik wil vier.');
	await press(page, 'Ga verder');
	await expect(page.getByRole('alert')).toContainText('Je hebt al drie plannen.');
	await expect(page.getByLabel('In je eigen woorden')).toHaveValue('Ik wil vier.');
	await page.goto('/me/plan');
	await expect(page.getByText('Je hebt nu drie plannen.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Begin een nieuw plan' })).toHaveCount(0);

	async function wishes() {
		const rows = await database()<{ words: string }[]>`
			select words from public.goal_sentences where owner_id = ${noor.userId} and kind = 'want'
		`;
		return rows.map(({ words }) => words);
	}
});

test('the plan of a stranger is not there, whatever is asked of it', async ({
	neighbourhood,
	visit
}) => {
	const [noor, kees] = await Promise.all([
		moveIn(neighbourhood, 'Noor'),
		moveIn(neighbourhood, 'Kees')
	]);
	const [theirs, mine] = [await makePlan(noor), await makePlan(kees)];
	const page = await visit(kees);
	const path = `/me/plan/${theirs.id}`;
	const ways = ['', '/theme', '/until', '/look-back', '/done', '/add/can', '/add/other'];
	const ofTheStep = ['', '/readers', '/meetup'].map((end) => `/${theirs.step}${end}`);
	for (const end of [...ways, ...ofTheStep]) {
		expect((await page.goto(path + end))?.status(), end).toBe(404);
	}
	expect((await page.goto(`/me/plan/${mine.id}/${theirs.step}`))?.status()).toBe(404);
	expect((await page.goto('/me/plan/niets'))?.status()).toBe(404);

	const asked: [string, Record<string, string>][] = [
		[`${path}?/done`, {}],
		[`${path}?/letGo`, {}],
		[`${path}?/goOn`, {}],
		[`${path}?/longer`, { from: '2026-12-01' }],
		[`${path}?/howItWent`, { sentenceId: theirs.step, outcome: 'done' }],
		[`${path}/theme`, { theme: 'home' }],
		[`${path}/until`, { weeks: '4' }],
		[`${path}/look-back`, { feeling: '1', words: '' }],
		[`${path}/add/step`, { id: crypto.randomUUID(), words: 'Van mij.' }],
		[`${path}/${theirs.step}?/rewrite`, { words: 'Van mij.' }],
		[`${path}/${theirs.step}/readers`, { readerId: crypto.randomUUID(), on: 'true' }],
		['/me/plan?/takeBack', { goalId: theirs.id }],
		['/me/plan/new', { id: theirs.id, words: 'Van mij.' }]
	];
	const before = await all();
	for (const [where, form] of asked) {
		const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
		const answer = await page.request.post(where, { form, headers, maxRedirects: 0 });
		expect(answer.status(), where).toBe(404);
	}
	for (const end of ['?/erase', `/${theirs.step}?/erase`]) {
		await page.request.post(path + end, {
			form: {},
			headers: { origin: new URL(page.url()).origin },
			maxRedirects: 0
		});
	}
	expect(await all()).toEqual(before);

	function all() {
		return database()`
			select g.state, g.theme, g.ends_on, g.feeling, s.words, s.outcome
			from public.goals g join public.goal_sentences s on s.goal_id = g.id
			where g.owner_id = ${noor.userId} order by s.id
		`;
	}
});

test('a little less: shown to one, weeks off without a reason, a call, and back after two weeks', async ({
	neighbourhood,
	visit
}) => {
	const [host, noor, johanna] = await Promise.all([
		moveIn(neighbourhood, 'Fatima'),
		moveIn(neighbourhood, 'Noor'),
		moveIn(neighbourhood, 'Johanna')
	]);
	const group = await startGroup(host);
	await seat(group, noor);
	await support(noor, johanna);
	const page = await visit(noor);
	await page.goto('/me/balance');
	await page.getByLabel('Wat minder').check();
	await page.getByLabel('Wil je er iets bij zeggen?').fill('x'.repeat(281));
	await press(page, 'Zo is het nu');
	await expect(page.getByRole('alert')).toContainText('hooguit 280 tekens');
	await expect(page.getByLabel('Wat minder')).toBeChecked();
	await page.getByLabel('Wil je er iets bij zeggen?').fill('Ik slaap slecht.');
	await press(page, 'Zo is het nu');
	await expect(page.getByRole('status')).toContainText('Over twee weken');
	await expect(page.getByLabel('Wat minder')).toBeChecked();
	const toggle = page.getByRole('button', { name: /Johanna.? mag dit zien/ });
	await toggle.click();
	await expect(toggle).toHaveAttribute('aria-pressed', 'true');

	await page.getByText('Deze weken niet').click();
	await page.getByLabel('2 weken').check();
	await press(page, 'Zeg deze weken af');
	await expect(page.getByRole('status')).toContainText('2 bijeenkomsten. Niemand hoort een reden.');
	await page.goto('/today');
	await expect(page.getByText('Jij komt deze keer niet.')).toBeVisible();

	await page.goto('/me/balance');
	await page.getByText('Vraag iemand te bellen').click();
	await page.getByRole('button', { name: 'Johanna' }).last().click();
	await expect(page.getByText(/^Je vroeg .*Johanna.* om te bellen\.$/)).toBeVisible();
	await expect(page.getByText(/ziet je vraag in de app, maar niet je nummer\./)).toBeVisible();
	const johannas = await visit(johanna);
	await johannas.goto('/today');
	await johannas.getByRole('link', { name: /Bekijk de vraag van .?Noor/ }).click();
	await expect(johannas.getByText(/^Heb je het nummer van .?Noor.?\? Bel dan\./)).toBeVisible();
	await press(page, 'Toch niet nodig');
	await expect(page.getByRole('status')).toHaveText('Je vraag is weg.');
	await johannas.goto('/today');
	await expect(johannas.getByRole('link', { name: /Bekijk de vraag/ })).toHaveCount(0);

	await page.goto('/today');
	await expect(page.getByText('Is het weer gewoon?')).toHaveCount(0);
	await database()`
		update public.balances set ask_on = current_date - 1 where profile_id = ${noor.userId}
	`;
	await page.goto('/today');
	await press(page, 'Nog even zo');
	await expect(page.getByText('Is het weer gewoon?')).toHaveCount(0);
	await database()`
		update public.balances set ask_on = current_date - 1 where profile_id = ${noor.userId}
	`;
	await page.goto('/today');
	await press(page, 'Ja, weer gewoon');
	await page.goto('/me/balance');
	await expect(page.getByLabel('Gewoon')).toBeChecked();
});

test('who is asked for support says yes or no on Vandaag, and a no is not shown', async ({
	neighbourhood,
	visit
}) => {
	const [noor, kees, bea] = await Promise.all(
		['Noor', 'Kees', 'Bea'].map((name) => moveIn(neighbourhood, name))
	);
	await askSupport(noor!, kees!);
	await askSupport(noor!, bea!);
	const [keess, beas] = [await visit(kees!), await visit(bea!)];
	await keess.goto('/today');
	await keess.getByRole('button', { name: 'Ja, graag' }).dblclick();
	await expect(keess.getByRole('button', { name: 'Ja, graag' })).toHaveCount(0);
	await beas.goto('/today');
	await press(beas, 'Liever niet');
	await expect(beas.getByRole('status')).toHaveText('Dat is goed. Niemand ziet je antwoord.');
	await expect(beas.getByText('meelezen en meedenken')).toHaveCount(0);
	const rows = await database()`
		select accepted_at is not null as yes from public.supporters
		where owner_id = ${noor!.userId} order by yes
	`;
	expect(rows.map(({ yes }) => yes as boolean)).toEqual([false, true]);
});

const press = (page: Page, name: string) =>
	page.getByRole('button', { name, exact: true }).first().click();
