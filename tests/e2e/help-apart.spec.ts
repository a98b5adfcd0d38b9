import type { Page } from '@playwright/test';
import { database, moveIn, seat, startGroup } from './support/database.ts';
import { answerPost, placePost } from './support/help.ts';
import { actOn, agree, reportPost, staffOf } from './support/matches.ts';
import { expect, mainText, test } from './support/test.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name }).first().click();
const change = (post: string, set: Record<string, string>) =>
	database()`update public.help_posts set ${database()(set)} where id = ${post}`;

test('of what is gone nothing is left on Mijn hulp, however it went', async ({
	neighbourhood,
	visit
}) => {
	const els = await moveIn(neighbourhood, 'Els');
	const hers = await visit(els);
	await hers.goto('/me/help');
	const before = await mainText(hers);
	const authors = [
		await moveIn(neighbourhood, 'Fatima'),
		await moveIn(neighbourhood, 'Gerrit'),
		await moveIn(neighbourhood, 'Kees'),
		await moveIn(neighbourhood, 'Priya')
	] as const;
	const [fatima, , kees, priya] = authors;
	const group = await startGroup(priya);
	const posts = [];
	for (const author of authors) {
		const post = await placePost(author);
		await answerPost(post, els, 'Dat doe ik graag.');
		posts.push(post);
	}
	const [withdrawn, hidden, , narrowed] = posts as [string, string, string, string];
	await hers.reload();
	await expect(hers.getByText('Dat doe ik graag.')).toHaveCount(4);

	const hands = await visit(fatima);
	await hands.goto(`/help/${withdrawn}/change`);
	await hands.getByText('Haal dit weg').click();
	await press(hands, 'Ja, haal het weg');
	const anna = await staffOf(neighbourhood, 'contact_person');
	await actOn(anna, await reportPost(kees, hidden), 'hidden');
	const his = await visit(kees);
	await his.goto(
		`/neighbours/${els.residentId}/block?post=${posts[2]}&answer=${await of(posts[2]!)}`
	);
	await expect(
		his.getByText(/krijgt geen bericht, en ziet nergens dat jij dit koos/)
	).toBeVisible();
	await expect(his.getByText(/Dan zien jullie daar elkaars naam nog\./)).toBeVisible();
	await press(his, 'Ja, dat wil ik');
	await change(narrowed, { audience: 'group', group_id: group.id });

	await hers.reload();
	expect(await mainText(hers)).toBe(before);
	for (const post of posts) expect((await hers.goto(`/help/${post}`))?.status()).toBe(404);

	await change(narrowed, { state: 'resting' });
	await seat(group, els);
	await hers.goto('/me/help');
	await expect(hers.getByText('Dat doe ik graag.')).toBeVisible();
	await expect(hers.locator(`a[href="/help/${narrowed}"]`)).toHaveCount(0);
});

test('of a hidden or withdrawn post no yes is asked that cannot be given', async ({
	neighbourhood,
	visit
}) => {
	const mo = await moveIn(neighbourhood, 'Mo');
	const post = await placePost(mo);
	await answerPost(post, await moveIn(neighbourhood, 'Els'), 'Dat doe ik graag.');
	const page = await visit(mo);
	const answers = page.locator('form[action="?/choose"]');
	const yes = answers.getByRole('button', { name: 'Ja', exact: true });
	await page.goto(`/help/${post}`);
	await expect(yes).toBeVisible();
	const ways: Record<string, string>[] = [
		{ hidden_at: '2026-01-01', ask_at: '2026-01-01' },
		{ state: 'withdrawn' }
	];
	for (const taken of ways) {
		await change(post, taken);
		await page.goto('/today');
		await expect(page.getByText('Staat dit nog?')).toHaveCount(0);
		await page.goto(`/help/${post}`);
		await expect(page.getByText('Dat doe ik graag.')).toBeVisible();
		await expect(yes).toHaveCount(0);
	}
	await press(page, 'Liever niet');
	await page.getByText('Hier zei je liever niet').click();
	await expect(page.getByText('Dat doe ik graag.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Toch ja' })).toHaveCount(0);
});

test('a closed placing also keeps the old words, until the contact person opens it again', async ({
	neighbourhood,
	visit
}) => {
	const gerrit = await moveIn(neighbourhood, 'Gerrit');
	const mo = await moveIn(neighbourhood, 'Mo');
	const post = await placePost(gerrit, { words: 'Ik zoek iemand die mijn band plakt.' });
	const report = await reportPost(mo, post);
	const anna = await visit(await staffOf(neighbourhood, 'contact_person'));
	const again = anna.getByLabel('Plaatsen mag weer');
	await anna.goto(`/desk/help/reports/${report}`);
	await expect(again).toHaveCount(0);
	await anna.getByLabel('Een week niets plaatsen').check();
	await press(anna, 'Leg dit vast');

	const his = await visit(gerrit);
	const rewrite = async () => {
		await his.goto(`/help/${post}/change/words`);
		await his.getByLabel('In je eigen woorden').fill('Ik verkoop loten.');
		await his.locator('#form button').last().click();
	};
	await rewrite();
	await expect(his.getByRole('alert')).toContainText('Je kunt nu even niets plaatsen.');
	await expect(his.getByLabel('In je eigen woorden')).toHaveValue('Ik verkoop loten.');
	await his.goto('/me/help');
	await expect(his.getByText(/^Tot .* kun je niets plaatsen\./)).toBeVisible();
	await follow(his, 'Ik ben het er niet mee eens');
	await expect(his.getByText(/Alleen de contactpersoon en de vervanger lezen dit\./)).toBeVisible();
	await press(his, 'Ik ben het er niet mee eens');

	await anna.reload();
	await expect(
		anna.getByText(/De contactpersoon en de vervanger lezen dit allebei\./)
	).toBeVisible();
	await again.check();
	await press(anna, 'Leg dit vast');
	await expect(anna.getByText(/Anna.* besloot op .*: plaatsen mag weer\./)).toBeVisible();
	await expect(again).toHaveCount(0);

	await his.goto('/me/help');
	await expect(his.getByText('Je kunt weer iets plaatsen.')).toBeVisible();
	await expect(his.getByText(/kun je niets plaatsen/)).toHaveCount(0);
	await rewrite();
	const mos = await visit(mo);
	await mos.goto('/help');
	await expect(mos.getByText('Ik verkoop loten.')).toBeVisible();
	await mos.goto('/me/help');
	await mos.getByText('Wat ik heb gemeld').click();
	await expect(mos.getByText('Deze buur kan weer iets plaatsen.')).toBeVisible();
});

test('staff who live elsewhere find the Buurthulp of their neighbourhood, and report to nobody', async ({
	neighbourhood,
	visit
}) => {
	const mo = await moveIn(neighbourhood, 'Mo');
	const post = await placePost(mo, { words: 'Ik zoek iemand die mijn band plakt.' });
	for (const role of ['contact_person', 'stand_in', 'facilitator'] as const) {
		const page = await visit(await staffOf(neighbourhood, role));
		await page.goto('/today');
		await page.getByRole('navigation').getByRole('link', { name: 'Buurthulp' }).click();
		await expect(page.getByText('Ik zoek iemand die mijn band plakt.')).toBeVisible();
		await page.goto(`/help/${post}`);
		await page.getByText('Voelt dit niet goed?').click();
		await expect(page.getByRole('link', { name: /niet meer zien/ })).toBeVisible();
		await expect(page.getByRole('link', { name: /Meld iets/ })).toHaveCount(0);
	}
	const els = await visit(await moveIn(neighbourhood, 'Els'));
	await els.goto(`/help/${post}`);
	await els.getByText('Voelt dit niet goed?').click();
	await follow(els, /Meld iets/);
	await expect(els.locator('.quoted')).toHaveText('Ik zoek iemand die mijn band plakt.');
});

test('what two share can be reported, and the other blocked, from there', async ({
	neighbourhood,
	visit
}) => {
	const els = await moveIn(neighbourhood, 'Els');
	const match = await agree(await moveIn(neighbourhood, 'Mo'), els);
	const hers = await visit(els);
	for (const [link, title] of [
		[/Meld iets/, /Vertel het je contactpersoon/],
		[/niet meer zien/, /Wil je .*Mo.* niet meer zien\?/]
	] as const) {
		await hers.goto(`/me/help/${match}`);
		await hers.getByText('Voelt dit niet goed?').click();
		await follow(hers, link);
		await expect(hers.getByRole('heading', { level: 1 })).toHaveText(title);
	}
	await press(hers, 'Ja, dat wil ik');
	await hers.goto(`/me/help/${match}`);
	await expect(hers.getByText('Dit is gestopt')).toBeVisible();
});

test('days of reports and of what was decided go by the clock of the neighbourhood', async ({
	neighbourhood,
	visit
}) => {
	const gerrit = await moveIn(neighbourhood, 'Gerrit');
	const mo = await moveIn(neighbourhood, 'Mo');
	const report = await reportPost(mo, await placePost(gerrit));
	await actOn(await staffOf(neighbourhood, 'contact_person'), report, 'hidden');
	// The tenth in Europe, the eleventh there.
	await database()`
		update public.neighbourhoods set time_zone = 'Pacific/Kiritimati' where id = ${neighbourhood.id}
	`;
	await database()`update public.reports set reported_at = '2026-11-10 20:00Z' where id = ${report}`;
	await database()`
		update public.report_acts set acted_at = '2026-11-10 20:00Z' where report_id = ${report}
	`;
	const [mos, gerrits] = [await visit(mo), await visit(gerrit)];
	await mos.goto('/me/help');
	await mos.getByText('Wat ik heb gemeld').click();
	await expect(mos.getByText('Je meldde dit op woensdag 11 november.')).toBeVisible();
	await gerrits.goto('/me/help');
	await expect(gerrits.getByText(/Dat was op woensdag 11 november\./)).toBeVisible();
});

async function of(post: string) {
	const [row] = await database()<{ id: string }[]>`
		select id from public.help_answers where post_id = ${post}
	`;
	return row!.id;
}
