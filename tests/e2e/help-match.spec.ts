import type { Page } from '@playwright/test';
import { database, moveIn, seat, startGroup } from './support/database.ts';
import { agree, ask, askPlaced, makeEarlier, staffOf } from './support/matches.ts';
import { expect, mainText, test } from './support/test.ts';

const press = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name }).first().click();
const follow = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name }).first().click();
const said = (page: Page) => page.getByLabel(/Wil je er iets bij zeggen/);

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('from an answer to two yeses, a talk, a look back and thanks', async ({
			neighbourhood,
			visit
		}) => {
			const mo = await moveIn(neighbourhood, 'Mo');
			const els = await moveIn(neighbourhood, 'Els');
			const post = await ask(mo, { words: 'Ik zoek iemand die mijn plant water geeft.' });
			const [mos, hers] = [await visit(mo), await visit(els)];
			await hers.goto(`/help/${post}`);
			await press(hers, /helpen/);
			await hers.goto('/me/help');
			await expect(hers.getByText(/Dit was van .*Mo.*Gaat het door/)).toBeVisible();

			await mos.goto('/today');
			await follow(mos, /Els.* wil je helpen\. Is dat goed\?/);
			await press(mos, /^Ja/);
			await mos.goto('/me/help');
			await follow(mos, /Els.* helpt jou/);
			await expect(mos.getByRole('heading', { level: 1 })).toHaveText('Samen met Els');
			await expect(mos.getByRole('heading', { name: 'De eerste keer' })).toBeVisible();
			await expect(mos.locator('main li')).toHaveCount(3);
			await expect(mos.getByRole('heading', { name: 'Hoe was het?' })).toHaveCount(0);
			const match = new URL(mos.url()).pathname.split('/').pop()!;
			await follow(mos, /Praat met/);
			await expect(mos).toHaveURL(/\/me\/conversations\/[\w-]{36}$/);
			expect((await hers.goto(`/me/help/${match}/how`))?.url()).toMatch(`/me/help/${match}`);
			await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Samen met Mo');

			await makeEarlier(match, 8);
			await hers.goto('/today');
			await follow(hers, /Hoe was het met .*Mo/);
			await expect(hers.getByText('Vraag 1 van 4')).toBeVisible();
			await said(hers).fill('De koffie was lekker.');
			await press(hers, 'Ga verder');
			await expect(hers.getByRole('alert')).toContainText('Kies een van de drie gezichten.');
			await expect(said(hers)).toHaveValue('De koffie was lekker.');
			await hers.getByLabel('Goed').check();
			await press(hers, 'Ga verder');
			await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Voelde het veilig?');
			await hers.getByLabel('Ja', { exact: true }).check();
			await press(hers, 'Ga verder');
			await press(hers, 'Zeg bedankt');
			await expect(hers.getByRole('alert')).toContainText('Schrijf een paar woorden');
			await hers.getByLabel(/Je zin voor/).fill('Dank je wel voor de koffie.');
			await press(hers, 'Zeg bedankt');
			await expect(hers.getByRole('status')).toHaveText('Je zin is verstuurd.');
			await expect(hers.getByText('Vraag 4 van 4')).toBeVisible();
			await expect(hers.locator('main label')).toHaveCount(4);
			await hers.getByLabel(/klusje/).check();
			await press(hers, 'Bewaar mijn keuze');
			await expect(hers.getByRole('status')).toContainText('Fijn dat je er even bij stilstond.');
			await expect(hers.getByText(/Dit zou je leuk vinden: .*klusje/)).toBeVisible();
			await expect(hers.getByText('De koffie was lekker.')).toBeVisible();
			await hers.goto('/today');
			await expect(hers.getByText(/Hoe was het met/)).toHaveCount(0);

			await mos.goto(`/me/help/${match}`);
			await expect(mos.getByText('Dank je wel voor de koffie.')).toBeVisible();
			await expect(mos.getByText('De koffie was lekker.')).toHaveCount(0);
			await expect(mos.getByText(/leuk vinden/)).toHaveCount(0);
		});

		test('that it did not feel safe reaches the contact person, and nobody else', async ({
			neighbourhood,
			visit
		}) => {
			const mo = await moveIn(neighbourhood, 'Mo');
			const els = await moveIn(neighbourhood, 'Els');
			await seat(await startGroup(mo), els);
			const match = await agree(mo, els);
			await makeEarlier(match, 8);
			const [hers, mos] = [await visit(els), await visit(mo)];
			const anna = await visit(await staffOf(neighbourhood, 'contact_person'));
			const marieke = await visit(await staffOf(neighbourhood, 'facilitator'));
			const others = async () => {
				const texts = [];
				for (const [page, path] of [
					[mos, '/today'],
					[mos, '/me/help'],
					[mos, `/me/help/${match}`],
					[marieke, '/desk'],
					[marieke, '/desk/help']
				] as const) {
					await page.goto(path);
					texts.push(await mainText(page));
				}
				return texts;
			};
			const before = await others();
			await anna.goto('/desk/help');
			await expect(anna.getByText('Er is nu niets te doen.')).toBeVisible();

			await hers.goto(`/me/help/${match}/how`);
			await hers.getByLabel('Lastig').check();
			await said(hers).fill('Er was ruzie in huis.');
			await press(hers, 'Ga verder');
			await expect(hers.getByText(/Bij nee hoort alleen .*Anna/)).toBeVisible();
			await hers.getByLabel('Nee', { exact: true }).check();
			await press(hers, 'Ga verder');
			await anna.reload();
			await expect(anna.getByText('Els', { exact: true })).toBeVisible();
			await expect(anna.getByText('Wil nu niet gebeld worden.')).toBeVisible();
			await hers.getByLabel('Mij bellen').check();
			await press(hers, 'Zo is het goed');
			await expect(
				hers.getByText(/ziet dat het niet veilig voelde\. Verder ziet niemand/)
			).toBeVisible();
			await expect(hers.getByRole('link', { name: /Bel .*Anna/ })).toBeVisible();
			await anna.reload();
			await expect(anna.getByText('Wil graag dat je belt.')).toBeVisible();
			await expect(anna.getByText('Er was ruzie in huis.')).toHaveCount(0);

			await hers.goto(`/me/help/${match}/call`);
			await hers.getByLabel(/Lezen wat ik schreef/).check();
			await press(hers, 'Zo is het goed');
			await anna.reload();
			await expect(anna.getByText('Er was ruzie in huis.')).toBeVisible();
			expect(await others()).toEqual(before);
			await press(anna, 'Ik heb dit opgepakt');
			await expect(anna.getByText('Er is nu niets te doen.')).toBeVisible();
		});

		test('staff write for who asks it, and nobody sees it before that person says yes', async ({
			neighbourhood,
			visit
		}) => {
			const bea = await moveIn(neighbourhood, 'Bea');
			const mo = await moveIn(neighbourhood, 'Mo');
			await askPlaced(bea);
			const anna = await visit(await staffOf(neighbourhood, 'contact_person'));
			const marieke = await visit(await staffOf(neighbourhood, 'facilitator'));
			const [hers, mos] = [await visit(bea), await visit(mo)];
			await hers.goto('/me/help');
			await expect(hers.getByText('Je vroeg of iemand iets voor je plaatst.')).toBeVisible();

			await anna.goto('/today');
			await follow(anna, 'Buurthulp regelen');
			await expect(anna.getByRole('link', { name: '06 - 10 20 30 40' })).toBeVisible();
			await follow(anna, /Schrijf iets voor/);
			await press(anna, 'Ga verder');
			await expect(anna.getByRole('alert')).toBeVisible();
			await anna.getByLabel('Ik zoek hulp').check();
			await press(anna, 'Ga verder');
			await anna.getByLabel('gezelschap').check();
			await press(anna, 'Ga verder');
			await anna.getByLabel('In je eigen woorden').fill('Ik zoek iemand die met mij wandelt.');
			await press(anna, 'Ga verder');
			await anna.getByLabel('Dat maakt niet uit').check();
			await press(anna, 'Ga verder');
			await follow(anna, /Verander.*woorden|Wijzig.*woorden/i);
			await anna.getByLabel('In je eigen woorden').fill('Ik zoek iemand die met mij fietst.');
			await press(anna, 'Ga verder');
			await press(anna, /Leg dit voor aan/);
			await expect(anna.getByRole('status')).toContainText('Je buur leest het, en beslist.');
			const desk = () => anna.locator('main details', { hasText: 'Wat je hebt voorgelegd' });
			const asked = await desk().innerHTML();

			const seen = async (page: Page, path: string) => {
				await page.goto(path);
				return (await page.locator('main').textContent())!.includes('die met mij fietst');
			};
			expect(await seen(mos, '/help')).toBe(false);
			expect(await seen(marieke, '/help')).toBe(false);
			expect(await seen(marieke, '/desk/help')).toBe(false);

			await hers.goto('/today');
			await expect(hers.getByText(/Anna.* schreef dit voor jou/)).toBeVisible();
			await press(hers, 'Liever niet');
			await expect(hers.getByRole('status')).toContainText('Niemand ziet dat je nee zei.');
			await anna.goto('/desk/help');
			expect(await desk().innerHTML()).toBe(asked);

			await database()`update public.help_posts set declined_at = null where author_id = ${bea.residentId}`;
			await hers.goto('/me/help');
			await press(hers, 'Ja, plaats dit');
			await expect(hers.getByRole('status')).toContainText('Je buren kunnen nu antwoorden.');
			expect(await seen(mos, '/help')).toBe(true);
		});
	});
}

test('minding children waits until the contact person has introduced the two', async ({
	neighbourhood,
	visit
}) => {
	const noor = await moveIn(neighbourhood, 'Noor');
	const johanna = await moveIn(neighbourhood, 'Johanna');
	const match = await agree(noor, johanna, { category: 'child_minding' });
	const [noors, johannas] = [await visit(noor), await visit(johanna)];
	for (const page of [noors, johannas]) {
		await page.goto('/me/help');
		await expect(page.getByText('stelt jullie eerst aan elkaar voor')).toBeVisible();
		await page.goto(`/me/help/${match}`);
		await expect(page.getByText(/Anna.* stelt jullie eerst aan elkaar voor/)).toBeVisible();
		await expect(page.getByRole('link', { name: /Bel .*Anna/ })).toBeVisible();
		await expect(page.getByRole('link', { name: /Praat met/ })).toHaveCount(0);
	}
	const marieke = await visit(await staffOf(neighbourhood, 'facilitator'));
	await marieke.goto('/desk/help');
	await expect(marieke.getByText('Johanna')).toHaveCount(0);
	const anna = await visit(await staffOf(neighbourhood, 'contact_person'));
	await anna.goto('/desk/help');
	await expect(anna.getByText(/Johanna.* past op bij .*Noor/)).toBeVisible();
	await press(anna, 'Ze kennen elkaar nu');
	await expect(anna.getByText('Johanna')).toHaveCount(0);
	for (const page of [noors, johannas]) {
		await page.reload();
		await expect(page.getByRole('link', { name: /Praat met/ })).toBeVisible();
	}
});

test('of weekly help one time is skipped and taken back, and stopping is one tap', async ({
	neighbourhood,
	visit
}) => {
	const mo = await moveIn(neighbourhood, 'Mo');
	const els = await moveIn(neighbourhood, 'Els');
	const match = await agree(mo, els, { weekly: true });
	const [mos, hers] = [await visit(mo), await visit(els)];
	await mos.goto('/me/help');
	const next = mos.getByText('De volgende keer is');
	const first = await next.textContent();
	for (const page of [mos, hers]) await page.goto(`/me/help/${match}`);
	const skips = hers.getByRole('button', { name: /deze keer niet/ });
	await expect(skips).toHaveCount(4);
	await skips.first().click();
	await expect(hers.getByRole('status')).toContainText('Je hoeft niets uit te leggen.');
	await expect(skips.first()).toHaveAttribute('aria-pressed', 'true');
	await mos.reload();
	await expect(mos.getByText(/Els.* kan deze keer niet\./)).toHaveCount(1);
	await mos.goto('/me/help');
	expect(await next.textContent()).not.toBe(first);
	await skips.first().click();
	await mos.reload();
	expect(await next.textContent()).toBe(first);

	await mos.goto(`/me/help/${match}`);
	await press(mos, 'Stop hiermee');
	await expect(mos.getByRole('status')).toHaveText(
		'Goed. Het is gestopt. Je hoeft niets uit te leggen.'
	);
	await hers.reload();
	for (const page of [mos, hers]) {
		await expect(page.getByRole('heading', { name: 'Dit is gestopt' })).toBeVisible();
		await expect(page.getByRole('link', { name: /Praat met/ })).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Stop hiermee' })).toHaveCount(0);
	}
	await hers.goto('/me/help');
	await expect(hers.getByText('Mo')).toHaveCount(0);
	await hers.goto(`/me/help/${match}/how`);
	await hers.getByLabel('Gaat wel').check();
	await press(hers, 'Ga verder');
	await expect(hers.getByText('Vraag 2 van 3')).toBeVisible();
});

test('a report is taken up, told to who made it, and can be appealed', async ({
	neighbourhood,
	visit
}) => {
	const gerrit = await moveIn(neighbourhood, 'Gerrit');
	const mo = await moveIn(neighbourhood, 'Mo');
	const post = await ask(gerrit, { words: 'Ik verkoop loten voor tien euro.' });
	const [mos, gerrits] = [await visit(mo), await visit(gerrit)];
	await mos.goto(`/neighbours/${gerrit.residentId}/report?post=${post}`);
	await mos.getByRole('radio').first().check();
	await mos.locator('main form button').first().click();
	await mos.goto('/me/help');
	await mos.getByText('Wat ik heb gemeld').click();
	await expect(mos.getByText('De contactpersoon kijkt ernaar.')).toBeVisible();

	const marieke = await visit(await staffOf(neighbourhood, 'facilitator'));
	const anna = await visit(await staffOf(neighbourhood, 'contact_person'));
	await anna.goto('/desk/help');
	await follow(anna, /Over een bericht van .*Gerrit/);
	await expect(anna.getByText('Ik verkoop loten voor tien euro.')).toBeVisible();
	const path = new URL(anna.url()).pathname;
	for (const page of [marieke, mos, gerrits]) {
		expect((await page.goto(path))?.status()).toBe(404);
	}
	await press(anna, 'Leg dit vast');
	await expect(anna.getByRole('alert')).toContainText('Kies wat je doet.');
	await anna.getByLabel('Ik verberg het bericht').check();
	await press(anna, 'Leg dit vast');
	await expect(anna.getByText(/Anna.* verborg het bericht op/)).toBeVisible();
	await anna.getByLabel('Een week niets plaatsen').check();
	await press(anna, 'Leg dit vast');
	await expect(anna.getByText(/besloot op .*: niets plaatsen tot/)).toBeVisible();

	await mos.goto('/me/help');
	await mos.getByText('Wat ik heb gemeld').click();
	await expect(mos.getByText('Het bericht is niet meer te zien.')).toBeVisible();
	await gerrits.goto('/me/help');
	await expect(gerrits.getByText(/^Tot .* kun je niets plaatsen\./)).toBeVisible();
	await expect(gerrits.getByText('Mo', { exact: true })).toHaveCount(0);
	await follow(gerrits, 'Ik ben het er niet mee eens');
	await gerrits.getByLabel(/Waarom niet/).fill('De loten zijn voor de speeltuin.');
	await press(gerrits, 'Ik ben het er niet mee eens');
	await expect(gerrits.getByText('Je zei dat je het er niet mee eens bent.')).toBeVisible();
	await anna.reload();
	await expect(anna.getByText(/Gerrit.* is het er niet mee eens/)).toBeVisible();
	await expect(anna.getByText('De loten zijn voor de speeltuin.')).toBeVisible();
	await anna.getByLabel('Ik laat het bericht weer zien').check();
	await press(anna, 'Leg dit vast');
	await mos.goto('/help');
	await expect(mos.getByText('Ik verkoop loten voor tien euro.')).toBeVisible();
});

test('what stands four weeks is asked about, and what rests stands again with one tap', async ({
	neighbourhood,
	visit
}) => {
	const mo = await moveIn(neighbourhood, 'Mo');
	const page = await visit(mo);
	const [kept, gone] = [
		await ask(mo, { words: 'Ik zoek iemand die mijn band plakt.' }),
		await ask(mo, { words: 'Ik zoek iemand die mijn haar knipt.' })
	];
	await database()`update public.help_posts set ask_at = now() where id in ${database()([kept, gone])}`;
	const asked = (words: string) => page.locator('section', { hasText: words });
	await page.goto('/today');
	await asked('mijn band plakt').getByRole('button', { name: 'Ja', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('Je buren zien het.');
	await expect(page.getByText('Staat dit nog?')).toHaveCount(1);
	await asked('mijn haar knipt').getByRole('button', { name: 'Nee' }).click();
	await expect(page.getByText('Staat dit nog?')).toHaveCount(0);
	await database()`update public.help_posts set state = 'resting' where id = ${kept}`;
	await page.goto('/me/help');
	await expect(page.getByText('mijn haar knipt')).toHaveCount(0);
	await press(page, 'Zet weer neer');
	await page.goto('/help');
	await expect(page.getByText('mijn band plakt')).toBeVisible();
});

test('a group reads how often its members helped each other from five on, never who', async ({
	neighbourhood,
	visit
}) => {
	const mo = await moveIn(neighbourhood, 'Mo');
	const els = await moveIn(neighbourhood, 'Els');
	const bea = await moveIn(neighbourhood, 'Bea');
	const group = await startGroup(bea);
	await seat(group, mo, els);
	for (let times = 0; times < 4; times++) await agree(mo, els);
	const page = await visit(bea);
	await page.goto(`/groups/${group.id}`);
	await expect(page.getByText(/hielpen elkaar/)).toHaveCount(0);
	await agree(mo, els);
	await page.reload();
	await expect(page.getByText('Wij hielpen elkaar 5 keer deze maand.')).toBeVisible();
	const stranger = await visit(await moveIn(neighbourhood, 'Gerrit'));
	await stranger.goto(`/groups/${group.id}`);
	await expect(stranger.getByText(/hielpen elkaar/)).toHaveCount(0);
});

test('nobody opens what two others share, nor the desk', async ({ neighbourhood, visit }) => {
	const mo = await moveIn(neighbourhood, 'Mo');
	const els = await moveIn(neighbourhood, 'Els');
	const match = await agree(mo, els);
	await makeEarlier(match, 8);
	const gerrit = await moveIn(neighbourhood, 'Gerrit');
	const pages = ['', '/how', '/safe', '/call', '/thanks', '/enjoy'].map(
		(end) => `/me/help/${match}${end}`
	);
	const desk = ['/desk/help', `/desk/help/for/${mo.residentId}/kind`];
	for (const [who, closed] of [
		[gerrit, [...pages, ...desk]],
		[await staffOf(neighbourhood, 'contact_person'), pages],
		[await staffOf(neighbourhood, 'facilitator'), [...pages, desk[1]!]]
	] as const) {
		const page = await visit(who);
		for (const path of closed) {
			expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
		}
	}
});
