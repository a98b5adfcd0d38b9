import type { Page } from '@playwright/test';
import { address } from './support/app.ts';
import { openConversation, place, say } from './support/conversations.ts';
import { database, moveIn, newAccount, type Neighbourhood } from './support/database.ts';
import { expect, mainText, test } from './support/test.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name }).first().click();
const field = (page: Page) => page.getByLabel('Je bericht');
const messages = (page: Page) => page.locator('#messages .typed').allInnerTexts();
const options = (page: Page) => page.getByText('Stil zetten, weggaan').click();
const path = (conversation: string) => `/me/conversations/${conversation}`;

async function send(page: Page, words: string) {
	await field(page).fill(words);
	await press(page, 'Stuur mijn bericht');
	await expect(field(page)).toHaveValue('');
}

async function two(neighbourhood: Neighbourhood) {
	const kees = await moveIn(neighbourhood, 'Kees');
	const priya = await moveIn(neighbourhood, 'Priya');
	return { kees, priya, talk: await openConversation(neighbourhood, kees, priya) };
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('two neighbours talk, and each reads what the other typed', async ({
			neighbourhood,
			visit
		}) => {
			const { kees, priya } = await two(neighbourhood);
			const [his, hers] = [await visit(kees), await visit(priya)];
			await his.goto('/me');
			await follow(his, 'Gesprekken');
			await expect(his.getByText(/^Nieuw, vandaag, /)).toBeVisible();
			await follow(his, 'Priya');
			await expect(his).toHaveTitle('Gesprek - Buurtplein');
			await expect(his.getByRole('heading', { level: 1 })).toHaveText(/^Gesprek met .?Priya.?$/);
			await send(his, 'Dag <b>Priya</b>,\n\nkijk op www.linde.nl, of bel 06 - 12 34 56 78.');
			await expect(his).toHaveURL(/#form$/);

			await hers.goto('/me/conversations');
			await expect(hers.getByText(/^Nieuw, vandaag, /)).toBeVisible();
			await follow(hers, 'Kees');
			await send(hers, '<script>alert(1)</script> مرحبا 🌷');
			await hers.goto('/me/conversations');
			await expect(hers.getByText(/^Vandaag, /)).toBeVisible();
			await expect(hers.getByText('Nieuw')).toHaveCount(0);

			await his.reload();
			for (const page of [his, hers]) {
				if (page === hers) await follow(page, 'Kees');
				expect(await messages(page)).toEqual([
					'Dag <b>Priya</b>,\n\nkijk op www.linde.nl\u00a0(www.linde.nl), of bel 06 - 12 34 56 78.',
					'<script>alert(1)</script> مرحبا 🌷'
				]);
				await expect(
					page.locator('#messages :is(b, script)').filter({ hasText: /Priya|alert/ })
				).toHaveCount(0);
			}
			await expect(his.locator('#messages .aside').first()).toHaveText(/^\s*Jij, /);
			await expect(hers.locator('#messages .aside').first()).toHaveText(/^\s*Kees, /);
			const site = hers.getByRole('link', { name: 'www.linde.nl' });
			await expect(site).toHaveAttribute('href', 'https://www.linde.nl/');
			await expect(site).toHaveAttribute('rel', 'noreferrer nofollow ugc');
			await expect(hers.getByRole('link', { name: '06 - 12' })).toHaveAttribute(
				'href',
				'tel:0612345678'
			);
		});

		test('nothing and too much is not sent, and stays where it was typed', async ({
			neighbourhood,
			visit
		}) => {
			const { kees, talk } = await two(neighbourhood);
			const page = await visit(kees);
			await page.goto(path(talk));
			for (const [words, problem] of [
				['  ', 'Schrijf eerst een bericht.'],
				['🌷'.repeat(2001), 'Maak dit korter: hooguit 2000 tekens.']
			] as const) {
				await field(page).fill(words);
				const answer = page.waitForResponse((response) => response.request().method() === 'POST');
				await press(page, 'Stuur mijn bericht');
				expect((await answer).status()).toBe(400);
				await expect(page.getByRole('alert')).toContainText(problem);
				await expect(field(page)).toHaveValue(words);
			}
			await send(page, '🌷'.repeat(2000));
			expect(await messages(page)).toEqual(['🌷'.repeat(2000)]);
		});

		test('a conversation that is over says so in one way, and can be read', async ({
			neighbourhood,
			visit
		}) => {
			const { kees, priya, talk } = await two(neighbourhood);
			await say(priya, talk, 'Tot zaterdag.');
			const [his, hers] = [await visit(kees), await visit(priya)];
			await his.goto(path(talk));
			await hers.goto(path(talk));
			await options(hers);
			await follow(hers, 'Ga weg uit dit gesprek');
			await press(hers, 'Ja, ik ga weg');
			await expect(hers.getByRole('status')).toHaveText('Goed. Je bent weg uit het gesprek.');
			await expect(hers.getByText('Kees')).toHaveCount(0);
			expect((await hers.goto(path(talk)))?.status()).toBe(404);

			await field(his).fill('Ben je er nog?');
			const answer = his.waitForResponse((response) => response.request().method() === 'POST');
			await press(his, 'Stuur mijn bericht');
			expect((await answer).status()).toBe(409);
			await expect(his.locator('.quoted')).toHaveText('Ben je er nog?');
			await his.goto(path(talk));
			await expect(field(his)).toHaveCount(0);
			expect(await messages(his)).toEqual(['Tot zaterdag.']);
			const left = await mainText(his);
			await database()`update public.conversation_participants set left_at = null
				where conversation_id = ${talk}`;
			await database()`update public.conversations set ended_at = now() where id = ${talk}`;
			await his.reload();
			expect(await mainText(his)).toBe(left);
		});
	});
}

test('nobody else reads a conversation, whatever their work', async ({ neighbourhood, visit }) => {
	const { kees, priya, talk } = await two(neighbourhood);
	const message = await say(kees, talk, 'Onder ons.');
	for (const role of [null, 'contact_person', 'stand_in', 'facilitator'] as const) {
		const who = role ? await worksAs(neighbourhood, role) : await moveIn(neighbourhood, 'Gerrit');
		const page = await visit(who);
		for (const end of ['', '?before=9', '/leave', '/report', '/changes?after=9']) {
			const answer = await page.request.get(path(talk) + end);
			const found = end.startsWith('/changes') ? 204 : 404;
			expect([role, end, answer.status()]).toEqual([role, end, found]);
			expect(await answer.text()).not.toContain('Onder ons.');
		}
		const unseen = [
			`/neighbours/${kees.residentId}/report?message=${message}`,
			`/neighbours/${priya.residentId}/block`,
			'/neighbours/nobody/block'
		];
		for (const end of unseen) expect((await page.request.get(end)).status()).toBe(404);
		expect((await post(page, `${path(talk)}?/send`, { id: message, words: 'x' })).status()).toBe(
			404
		);
		await page.goto('/me/conversations');
		await expect(page.getByText('Je hebt nu geen gesprek')).toBeVisible();
	}
});

test('sending the same form twice sends one message', async ({ neighbourhood, visit }) => {
	const { kees, talk } = await two(neighbourhood);
	const page = await visit(kees);
	await page.goto(path(talk));
	const id = await page.locator('input[name=id]').inputValue();
	const form = { id, words: 'Dag' };
	const answers = await Promise.all([1, 2, 3].map(() => post(page, `${path(talk)}?/send`, form)));
	expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303]);
	await page.reload();
	expect(await messages(page)).toEqual(['Dag']);
	await page.goto(path(talk));
	expect(await page.locator('input[name=id]').inputValue()).not.toBe(id);
});

test('what is said comes to an open page, and what one types stays', async ({
	neighbourhood,
	visit
}) => {
	const { kees, priya, talk } = await two(neighbourhood);
	const page = await visit(kees);
	await page.clock.install();
	await page.goto(path(talk));
	await field(page).fill('Ik typ n');
	await say(priya, talk, 'Dag Kees');
	await page.clock.fastForward(21_000);
	await expect.poll(() => messages(page)).toEqual(['Dag Kees']);
	await say(priya, talk, 'Zaterdag?', 'Of zondag?');
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	await expect.poll(() => messages(page)).toEqual(['Dag Kees', 'Zaterdag?', 'Of zondag?']);
	await expect(field(page)).toHaveValue('Ik typ n');
	await expect(field(page)).toBeFocused();
	const list = await visit(kees);
	await list.goto('/me/conversations');
	await expect(list.getByText('Nieuw')).toHaveCount(0);
});

test('an open page stays where one reads, and follows who is at the end', async ({
	neighbourhood,
	visit
}) => {
	const { kees, priya, talk } = await two(neighbourhood);
	for (let n = 1; n <= 15; n++) await say(priya, talk, `Bericht ${n}`);
	const page = await visit(kees);
	await page.goto(`${path(talk)}#form`);
	const below = () =>
		page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
	const hears = async (words: string) => {
		await say(priya, talk, words);
		await page.evaluate(() => window.dispatchEvent(new Event('focus')));
		await expect(page.getByText(words)).toBeAttached();
	};
	expect(await below()).toBeLessThan(80);
	await hears('Nog een');
	expect(await below()).toBeLessThan(80);
	await page.evaluate(() => scrollTo(0, 300));
	await hears('En nog een');
	expect(await page.evaluate(() => scrollY)).toBe(300);
});

test('an open page asks seldom, costs next to nothing, and asks no more when signed out', async ({
	neighbourhood,
	visit
}) => {
	const { kees, talk } = await two(neighbourhood);
	const page = await visit(kees);
	const asked: { type: string; path: string }[] = [];
	page.on('request', (request) => {
		const { pathname, search } = new URL(request.url());
		asked.push({ type: request.resourceType(), path: pathname + search });
	});
	let answered = 0;
	page.on('response', (response) => {
		if (response.request().resourceType() === 'fetch') answered++;
	});
	await page.clock.install();
	await page.goto(path(talk), { waitUntil: 'networkidle' });
	const scripts = asked.filter(({ type }) => type === 'script');
	expect(scripts).toHaveLength(1);
	const script = await page.request.get(scripts[0]!.path);
	expect((await script.body()).length).toBeLessThan(1024);
	expect(script.headers()['cache-control']).toContain('immutable');
	await expect(page.locator('script')).toHaveCount(1);
	await expect(page.locator('link[rel=modulepreload]')).toHaveCount(0);

	const polls = () => asked.filter(({ type }) => type === 'fetch').map(({ path }) => path);
	const wait = async (seconds: number) => {
		for (let passed = 0; passed < seconds; passed += 10) {
			await page.clock.runFor(10_000);
			await expect.poll(() => answered).toBe(polls().length);
		}
	};
	await wait(600);
	expect(new Set(polls())).toEqual(new Set([`${path(talk)}/changes?after=0`]));
	expect(polls().length).toBeGreaterThanOrEqual(8);
	expect(polls().length).toBeLessThanOrEqual(12);

	await page.context().clearCookies();
	const before = polls().length;
	for (let passed = 0; passed < 300; passed += 10) {
		await page.clock.runFor(10_000);
		// Time for a real answer: Playwright does not tell of one that is a redirect not followed.
		await page.request.get('/health');
	}
	expect(polls().slice(before)).toEqual([
		`${path(talk)}/changes?after=0`,
		// Told of, not fetched.
		expect.stringMatching(/^\/sign-in\?/)
	]);
});

test('what was said before is there on request, fifty at a time', async ({
	neighbourhood,
	visit
}) => {
	const { kees, priya, talk } = await two(neighbourhood);
	await database()`
		with author as (
			select id from public.conversation_participants
			where conversation_id = ${talk} and profile_id = ${priya.userId}
		), said as (
			insert into public.messages (id, conversation_id, nth, author_id, body, sent_at)
			select gen_random_uuid(), ${talk}, n, author.id, 'Bericht ' || n, now() - interval '1 day'
			from author, generate_series(1, 120) n returning nth
		)
		update public.conversations set last_nth = 120 where id = ${talk}
	`;
	const page = await visit(kees);
	await page.goto(path(talk));
	const span = async () => {
		const all = await messages(page);
		return [all[0], all.at(-1), all.length];
	};
	expect(await span()).toEqual(['Bericht 71', 'Bericht 120', 50]);
	await follow(page, 'Bekijk wat eerder is gezegd');
	expect(await span()).toEqual(['Bericht 21', 'Bericht 70', 50]);
	await expect(field(page)).toHaveCount(0);
	await expect(page.locator('script')).toHaveCount(0);
	await follow(page, 'Bekijk wat eerder is gezegd');
	expect(await span()).toEqual(['Bericht 1', 'Bericht 20', 20]);
	await follow(page, 'Ga naar het laatste bericht');
	expect(await span()).toEqual(['Bericht 71', 'Bericht 120', 50]);
});

test('a quiet conversation is quiet for me alone', async ({ neighbourhood, visit }) => {
	const { kees, priya, talk } = await two(neighbourhood);
	const [his, hers] = [await visit(kees), await visit(priya)];
	await hers.goto(path(talk));
	const before = await withoutIds(hers);
	await his.goto(path(talk));
	await options(his);
	await press(his, 'Zet dit gesprek stil');
	await expect(his.getByRole('status')).toHaveText('Goed. Het gesprek is stil. Niemand merkt dat.');
	await hers.reload();
	expect(await withoutIds(hers)).toBe(before);
	await options(his);
	await press(his, 'Zet het weer aan');
	await expect(his.getByRole('status')).toContainText('Bij Vandaag zie je weer');
});

test('who leaves the app stays in it as an oud-buur', async ({ neighbourhood, visit }) => {
	const { kees, priya, talk } = await two(neighbourhood);
	await say(priya, talk, 'Dag Kees');
	await database()`delete from auth.users where id = ${priya.userId}`;
	const page = await visit(kees);
	await page.goto('/me/conversations');
	await follow(page, 'Oud-buur');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Oud-buur');
	await expect(page.locator('#messages .aside').first()).toHaveText(/^\s*Oud-buur, /);
	expect(await messages(page)).toEqual(['Dag Kees']);
	await expect(field(page)).toHaveCount(0);
	await expect(page.getByText('Priya')).toHaveCount(0);
});

test('blocking takes two people out of each other’s sight, and tells nobody', async ({
	neighbourhood,
	visit
}) => {
	const { kees, priya, talk } = await two(neighbourhood);
	const [hisPost, herPost] = [
		await place(kees, 'Ik kan fietsen plakken.'),
		await place(priya, 'Ik kan koken.')
	];
	const [his, hers] = [await visit(kees), await visit(priya)];
	await his.goto(path(talk));
	await options(his);
	await follow(his, /niet meer zien/);
	await expect(his.getByRole('heading', { level: 1 })).toContainText('Priya');
	await press(his, 'Ja, dat wil ik');
	await expect(his).toHaveURL('/me/conversations');
	await expect(his.getByRole('status')).toContainText('Jullie zien bij Buurthulp niets meer');

	for (const [page, own, other] of [
		[his, 'Ik kan fietsen plakken.', herPost],
		[hers, 'Ik kan koken.', hisPost]
	] as const) {
		await page.goto('/help');
		await expect(page.getByText(own)).toBeVisible();
		await expect(page.getByText(/fietsen|koken/)).toHaveCount(1);
		expect((await page.goto(`/help/${other}`))?.status()).toBe(404);
		await page.goto(path(talk));
		await expect(page.getByText('Dit gesprek is voorbij.')).toBeVisible();
		await expect(field(page)).toHaveCount(0);
		const form = { id: crypto.randomUUID(), words: 'x' };
		expect((await post(page, `${path(talk)}?/send`, form)).status()).toBe(409);
	}
	await hers.goto('/me/conversations');
	await expect(hers.getByText('Wie je niet wilt zien')).toHaveCount(0);

	await his.goto('/me/conversations');
	await press(his, /Laat .*Priya.* weer toe/);
	await expect(his.getByRole('status')).toContainText('Wat voorbij is, blijft voorbij.');
	for (const page of [his, hers]) {
		await page.goto('/help');
		await expect(page.getByText(/fietsen|koken/)).toHaveCount(2);
		await page.goto(path(talk));
		await expect(field(page)).toHaveCount(0);
	}
});

test('a report of a message reaches the contact person, and nobody else', async ({
	neighbourhood,
	visit
}) => {
	const { kees, priya, talk } = await two(neighbourhood);
	await say(priya, talk, 'Geef me <i>geld</i>.');
	await say(kees, talk, 'Liever niet.');
	const his = await visit(kees);
	await his.goto(path(talk));
	await options(his);
	await follow(his, 'Meld iets aan je contactpersoon');
	await press(his, 'Ga verder');
	await expect(his.getByRole('alert')).toContainText('Kies waar het over gaat.');
	await expect(his.getByText('Liever niet.')).toHaveCount(0);
	await his.getByLabel('Geef me <i>geld</i>.').check();
	await press(his, 'Ga verder');
	await expect(his.locator('.quoted')).toHaveText('Geef me <i>geld</i>.');
	await his.getByLabel('Wil je er iets bij zeggen?').fill('Dit is de tweede keer.');
	await press(his, 'Stuur mijn melding');
	await expect(his.getByRole('alert')).toContainText('Kies wat er is.');
	await expect(his.getByLabel('Wil je er iets bij zeggen?')).toHaveValue('Dit is de tweede keer.');
	await his.getByLabel('Het gaat om geld').check();
	await press(his, 'Stuur mijn melding');
	await expect(his).toHaveURL(path(talk));
	await expect(his.getByRole('status')).toContainText('Je melding is verstuurd.');

	const reports = await database()`
		select subject, reason, words, copied, about_id as "aboutId" from public.reports
		where reporter_id = ${kees.residentId}
	`;
	expect([...reports]).toEqual([
		{
			subject: 'message',
			reason: 'money',
			words: 'Dit is de tweede keer.',
			copied: 'Geef me <i>geld</i>.',
			aboutId: priya.residentId
		}
	]);
	const contact = await visit(await worksAs(neighbourhood, 'contact_person'));
	await contact.goto('/desk/help');
	await follow(contact, /^Over een gesprek met .?Priya/);
	await expect(contact.getByText('Dit is de tweede keer.')).toBeVisible();
	await expect(contact.getByText('Geef me <i>geld</i>.')).toBeVisible();
	await expect(contact.getByText('Liever niet.')).toHaveCount(0);
	for (const who of [
		priya,
		await worksAs(neighbourhood, 'facilitator'),
		await moveIn(neighbourhood, 'Bea')
	]) {
		const page = await visit(who);
		for (const place of ['/desk/help', '/today', '/help', '/me/help', '/me/conversations']) {
			const answer = await page.request.get(place);
			expect(await answer.text(), place).not.toContain('de tweede keer');
		}
	}
});

test('a neighbour met at a post can be blocked and reported from there', async ({
	neighbourhood,
	visit
}) => {
	const kees = await moveIn(neighbourhood, 'Kees');
	const priya = await moveIn(neighbourhood, 'Priya');
	const post = await place(priya, 'Ik kan koken.');
	const his = await visit(kees);
	const at = (what: string) => `/neighbours/${priya.residentId}/${what}`;
	expect((await his.goto(at('report')))?.status(), 'met nowhere').toBe(404);
	await his.goto(`${at('report')}?post=${post}`);
	await expect(his.locator('.quoted')).toHaveText('Ik kan koken.');
	await his.getByLabel('Dit is geen hulp').check();
	await press(his, 'Stuur mijn melding');
	await expect(his).toHaveURL(`/help/${post}`);
	const [row] = await database()`
		select subject, post_id as "postId" from public.reports where reporter_id = ${kees.residentId}
	`;
	expect(row).toEqual({ subject: 'post', postId: post });
	expect((await his.goto(`/neighbours/${kees.residentId}/block`))?.status(), 'oneself').toBe(404);
	await his.goto(`${at('block')}?post=${post}`);
	await follow(his, 'Nee, ga terug');
	await expect(his).toHaveURL(`/help/${post}`);
	await his.goto(`${at('block')}?post=${post}`);
	await press(his, 'Ja, dat wil ik');
	await expect(his.getByText('Priya')).toBeVisible();
	expect((await his.goto(`${at('block')}?post=${post}`))?.status()).toBe(404);
});

/** What differs each time: the id a form is given. */
const withoutIds = async (page: Page) =>
	(await mainText(page)).replace(/name="id" value="[^"]+"/, '');

const post = (page: Page, where: string, form: Record<string, string>) =>
	page.request.post(where, {
		form,
		headers: { origin: address, accept: 'text/html' },
		maxRedirects: 0
	});

async function worksAs(
	neighbourhood: Neighbourhood,
	role: 'contact_person' | 'stand_in' | 'facilitator'
) {
	const account = await newAccount();
	await database()`
		update public.staff set profile_id = ${account.userId}
		where neighbourhood_id = ${neighbourhood.id} and role = ${role} and profile_id is null
	`;
	if (role === 'facilitator') {
		await database()`
			insert into public.staff (neighbourhood_id, profile_id, role, first_name)
			values (${neighbourhood.id}, ${account.userId}, ${role}, 'Marieke')
		`;
	}
	return account;
}
