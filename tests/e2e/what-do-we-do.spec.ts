import { askFor, database, moveIn, seat, setHours, startGroup } from './support/database.ts';
import { expect, test } from './support/test.ts';

test('two neighbours say what they like, one fixes the choice, the group remembers it', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const bea = await moveIn(neighbourhood, 'Bea');
	const group = await startGroup(host);
	await seat(group, bea);
	await setHours(group.meetups[0], 2);
	const choose = `/meetups/${group.meetups[0]}/choose`;
	const [page, beas] = [await visit(host), await visit(bea)];

	await page.goto('/today');
	await page.getByRole('link', { name: 'Wat gaan we doen? Kies mee.' }).click();
	await expect(page.getByText('Er is nog niets gekozen. Begin jij?')).toBeVisible();
	await page.getByRole('checkbox', { name: 'wandelen' }).check();
	await page.getByRole('checkbox', { name: 'koffie' }).check();
	await page.getByRole('button', { name: 'Dit vind ik leuk' }).click();
	await expect(page.getByRole('status')).toContainText('Bewaard.');
	await expect(page.getByRole('checkbox', { name: 'koffie' })).toBeChecked();

	await beas.goto(choose);
	await expect(beas.getByRole('checkbox', { name: 'wandelen' })).not.toBeChecked();
	await beas.getByRole('checkbox', { name: 'wandelen' }).check();
	await beas.getByRole('checkbox', { name: 'iets anders' }).check();
	await beas.getByRole('button', { name: 'Dit vind ik leuk' }).click();
	await expect(beas.getByRole('alert')).toContainText('Schrijf in een paar woorden');
	await expect(beas.getByRole('checkbox', { name: 'wandelen' })).toBeChecked();
	await beas.getByLabel('Iets anders: wat dan?').fill('<i>soep</i> 🥕');
	await beas.getByRole('button', { name: 'Dit vind ik leuk' }).click();
	await expect(beas.getByRole('listitem').filter({ hasText: 'wandelen' })).toContainText('2 buren');
	await expect(beas.getByRole('listitem').filter({ hasText: 'koffie' })).toContainText('1 buur');
	await expect(beas.getByRole('listitem').filter({ hasText: '<i>soep</i> 🥕' })).toBeVisible();

	await beas.getByRole('button', { name: 'We doen dit: wandelen' }).click();
	await expect(beas.getByRole('status')).toContainText('De keuze staat vast');
	await page.goto('/today');
	await expect(page.getByText('Dit gaan we doen: wandelen')).toBeVisible();
	await page.goto(choose);
	await page.getByRole('button', { name: 'Toch opnieuw kiezen' }).click();
	await expect(page.getByRole('status')).toHaveText('De keuze is weer open.');
	await page.getByRole('button', { name: /We doen dit: <i>soep/ }).click();
	await expect(page.getByText('Dit gaan we doen: <i>soep</i> 🥕')).toBeVisible();

	await setHours(group.meetups[0], -24 * 7);
	await setHours(group.meetups[1], 2);
	await beas.goto(`/meetups/${group.meetups[1]}/choose`);
	await expect(beas.getByText('Dit deden we de laatste keren')).toBeVisible();
	await expect(beas.getByRole('listitem').filter({ hasText: '<i>soep</i>' })).toBeVisible();
	await page.goto(`/groups/${group.id}`);
	await expect(page.getByText('Wat deden we de laatste keren?')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: '<i>soep</i>' })).toBeVisible();
});

test('choosing is for who comes, from a day before', async ({ neighbourhood, visit }) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(host);
	await page.goto(`/meetups/${group.meetups[0]}/choose`);
	await expect(page.getByText('Kiezen kan vanaf een dag vooraf.')).toBeVisible();
	await expect(page.getByRole('checkbox')).toHaveCount(0);

	await setHours(group.meetups[0], 2);
	await page.reload();
	await expect(page.getByRole('checkbox')).toHaveCount(7);
	await setHours(group.meetups[0], -3);
	await page.getByRole('checkbox', { name: 'koffie' }).check();
	await page.getByRole('button', { name: 'Dit vind ik leuk' }).click();
	await expect(page.getByRole('alert')).toContainText('Kiezen kan vanaf een dag vooraf, tot het');
	const [wishes] = await database()`
		select count(*)::int from public.activity_wishes where meetup_id = ${group.meetups[0]!}
	`;
	expect(wishes?.count).toBe(0);
});

test('a guest says what they like, and cannot fix the choice', async ({ neighbourhood, visit }) => {
	const [host, abe, bea, wil] = await Promise.all(
		['Fatima', 'Abe', 'Bea', 'Wil'].map((name) => moveIn(neighbourhood, name))
	);
	const group = await startGroup(host!, { chairs: 3 });
	await seat(group, abe!, bea!);
	await askFor(group, wil!);
	await setHours(group.meetups[0], 2);
	await database()`
		insert into public.absences (meetup_id, resident_id)
		values (${group.meetups[0]!}, ${abe!.residentId})
	`;
	const page = await visit(wil);
	await page.goto('/today');
	await page.getByRole('button', { name: 'Ik kom als gast' }).click();
	await expect(page.getByRole('status')).toBeVisible();
	await page.goto(`/meetups/${group.meetups[0]}`);
	await page.getByRole('link', { name: 'Kies mee' }).click();
	await page.getByRole('checkbox', { name: 'een spel' }).check();
	await page.getByRole('button', { name: 'Dit vind ik leuk' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'een spel' })).toContainText('1 buur');
	await expect(page.getByRole('button', { name: /We doen dit/ })).toHaveCount(0);
});
