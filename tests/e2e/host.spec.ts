import { askFor, database, moveIn, seat, startGroup, type Group } from './support/database.ts';
import { expect, test } from './support/test.ts';

test('the host moves one week, cancels another and takes that back', async ({
	neighbourhood,
	visit
}) => {
	const [host, bea] = [await moveIn(neighbourhood, 'Fatima'), await moveIn(neighbourhood, 'Bea')];
	const group = await startGroup(host);
	await seat(group, bea);
	const [page, beas] = [await visit(host), await visit(bea)];

	await page.goto(`/meetups/${group.meetups[0]}`);
	await page.getByRole('link', { name: 'Verander deze week' }).click();
	await page.getByRole('link', { name: 'Een andere dag of tijd' }).click();
	const day = await dayOf(group, 0, 1);
	await page.getByLabel('Nieuwe dag').fill(day.date);
	await page.getByLabel('Begint om').selectOption({ label: '16 uur' });
	await page.getByRole('button', { name: 'Verander alleen deze week' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf in een paar woorden waarom.');
	await expect(page.getByLabel('Nieuwe dag')).toHaveValue(day.date);
	await page.getByLabel('Wat is de reden?').fill('<b>De zaal is bezet</b> 🙂');
	await page.getByRole('button', { name: 'Verander alleen deze week' }).click();
	await expect(page).toHaveURL(`/meetups/${group.meetups[0]}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(day.words, ignoreCase);

	await beas.goto('/today');
	await expect(beas.getByText('Deze keer is het op een ander moment.')).toBeVisible();
	await expect(beas.getByText('van 16 tot 17.30 uur')).toBeVisible();
	await beas.goto(`/groups/${group.id}`);
	await expect(beas.getByText('Ander moment')).toBeVisible();
	await expect(beas.getByText(/De reden: .?<b>De zaal is bezet<\/b> 🙂/)).toBeVisible();

	await page.goto(`/meetups/${group.meetups[1]}/change`);
	await page.getByRole('link', { name: 'Deze week niet' }).click();
	await page.getByLabel('Wat is de reden?').fill('Het is die dag feest.');
	await page.getByRole('button', { name: 'Zeg deze week af' }).click();
	await expect(page.getByText('Deze bijeenkomst gaat niet door.')).toBeVisible();
	await beas.goto(`/meetups/${group.meetups[1]}`);
	await expect(beas.getByText('De reden: Het is die dag feest.')).toBeVisible();
	await expect(beas.getByRole('button', { name: 'Ik kom' })).toHaveCount(0);

	await page.getByRole('link', { name: 'Verander deze week' }).click();
	await page.getByRole('button', { name: 'Het gaat toch door' }).click();
	await expect(page.getByText('Je hebt een vaste plek.')).toBeVisible();
	await beas.reload();
	await expect(beas.getByText('Je hebt een vaste plek.')).toBeVisible();
});

test('the host changes the moment for good, and a week moved by hand stays', async ({
	neighbourhood,
	visit
}) => {
	const group = await startGroup(await moveIn(neighbourhood, 'Fatima'), { name: 'Soep' });
	const host = await moveIn(neighbourhood, 'Bea');
	await seat(group, host);
	await handOver(group, host.residentId);
	const page = await visit(host);
	await page.goto(`/meetups/${group.meetups[0]}/change/move`);
	await page.getByLabel('Begint om').selectOption({ label: '9 uur' });
	await page.getByLabel('Wat is de reden?').fill('Het is die dag warm.');
	await page.getByRole('button', { name: 'Verander alleen deze week' }).click();
	await expect(page).toHaveURL(`/meetups/${group.meetups[0]}`);

	await page.goto(`/groups/${group.id}/change`);
	await page.getByRole('link', { name: 'De vaste dag en tijd' }).click();
	await page.getByLabel('Begint om').selectOption({ label: '20 uur' });
	await page.getByRole('button', { name: 'Verander de dag en tijd' }).click();
	await expect(page.getByRole('status')).toContainText('De dag en tijd zijn bewaard.');
	await page.goto(`/groups/${group.id}`);
	const weeks = page.getByRole('listitem').filter({ has: page.locator('a[href^="/meetups/"]') });
	await expect(weeks.nth(0)).toContainText('van 9 tot 10.30 uur');
	await expect(weeks.nth(1)).toContainText('van 20 tot 21.30 uur');
	await expect(page.getByText(/Het nieuwe moment is elke .*, van 20 tot 21.30 uur/)).toBeVisible();
});

test('fewer chairs than members is refused, and what was chosen stays', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host, { chairs: 5 });
	for (const name of ['Abe', 'Bea', 'Cor']) await seat(group, await moveIn(neighbourhood, name));
	const page = await visit(host);
	await page.goto(`/groups/${group.id}/change/chairs`);
	await expect(page.getByLabel('5 stoelen')).toBeChecked();
	await page.getByLabel('3 stoelen').check();
	await page.getByRole('button', { name: 'Bewaar het aantal stoelen' }).click();
	await expect(page.getByRole('alert')).toContainText(
		'Er hebben meer buren een stoel. Kies een hoger aantal.'
	);
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page).toHaveTitle(/^Fout: /);
	await expect(page.getByLabel('3 stoelen')).toBeChecked();
	await page.getByLabel('4 stoelen').check();
	await page.getByRole('button', { name: 'Bewaar het aantal stoelen' }).click();
	await expect(page.getByText('Vol: 4 van 4 stoelen bezet')).toBeVisible();

	await askFor(group, await moveIn(neighbourhood, 'Wil'));
	await page.getByRole('link', { name: 'Het aantal stoelen' }).click();
	await page.getByLabel('6 stoelen').check();
	await page.getByRole('button', { name: 'Bewaar het aantal stoelen' }).click();
	await expect(page.getByText('5 van 6 stoelen bezet')).toBeVisible();
});

test('the host gives the group a rest and begins again', async ({ neighbourhood, visit }) => {
	const [host, bea] = [await moveIn(neighbourhood, 'Fatima'), await moveIn(neighbourhood, 'Bea')];
	const group = await startGroup(host);
	await seat(group, bea);
	const [page, beas] = [await visit(host), await visit(bea)];
	const { date, words } = await dayOf(group, 2, 0);
	await page.goto(`/groups/${group.id}/change/pause`);
	await page.getByLabel('Wanneer beginnen jullie weer?').fill(date);
	await page.getByRole('button', { name: 'Rust tot die dag' }).click();
	await expect(page.getByRole('status')).toContainText('Jullie rusten even.');

	await beas.goto('/today');
	await expect(beas.getByText(new RegExp(`${group.name}.? rust tot ${words}.`))).toBeVisible();
	await beas.goto(`/meetups/${group.meetups[0]}`);
	await expect(beas.getByText('Het Buurtplein rust deze week.')).toBeVisible();
	await beas.goto(`/meetups/${group.meetups[2]}`);
	await expect(beas.getByText('Je hebt een vaste plek.')).toBeVisible();

	await page.getByRole('link', { name: 'Even rust' }).click();
	await page.getByRole('button', { name: 'Wij beginnen weer' }).click();
	await expect(page.getByRole('status')).toContainText('Jullie beginnen weer.');
	await beas.goto(`/meetups/${group.meetups[0]}`);
	await expect(beas.getByText('Je hebt een vaste plek.')).toBeVisible();
});

test('the host hands over, and can change nothing from then on', async ({
	neighbourhood,
	visit
}) => {
	const [host, bea] = [await moveIn(neighbourhood, 'Fatima'), await moveIn(neighbourhood, 'Bea')];
	const group = await startGroup(host);
	await seat(group, bea);
	const [page, beas] = [await visit(host), await visit(bea)];
	await page.goto(`/groups/${group.id}/change/host`);
	const late = await page.context().newPage();
	await late.goto(`/groups/${group.id}/change/chairs`);
	await page.getByLabel('Bea').check();
	await page.getByRole('button', { name: 'Laat deze buur het regelen' }).click();
	await expect(page).toHaveURL(`/groups/${group.id}`);
	await expect(page.getByRole('link', { name: 'Verander dit Buurtplein' })).toHaveCount(0);
	expect((await page.goto(`/groups/${group.id}/change`))?.status()).toBe(403);
	await late.getByRole('button', { name: 'Bewaar het aantal stoelen' }).click();
	await expect(late.getByText(/Alleen wie dit Buurtplein regelt, kan dat/)).toBeVisible();
	await beas.goto(`/groups/${group.id}`);
	await expect(beas.getByRole('link', { name: 'Verander dit Buurtplein' })).toBeVisible();
	await expect(beas.getByText(/Bea.? regelt nu dit Buurtplein/)).toBeVisible();
});

const ignoreCase = { ignoreCase: true };

/** The local day of the nth meetup, or so many days later, for a date field and in words. */
async function dayOf(group: Group, nth: number, later: number) {
	const [row] = await database()<{ date: string }[]>`
		select ((starts_at at time zone 'Europe/Amsterdam')::date + ${later}::int)::text as date
		from public.meetups where id = ${group.meetups[nth]!}
	`;
	const { date } = row!;
	const form = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
	return { date, words: new Intl.DateTimeFormat('nl-NL', form).format(new Date(date)) };
}

const handOver = (group: Group, residentId: string) => database()`
	update public.memberships set is_host = (resident_id = ${residentId}) where group_id = ${group.id}
`;
