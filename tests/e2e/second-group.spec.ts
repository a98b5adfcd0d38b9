import type { Page } from '@playwright/test';
import {
	askFor,
	database,
	moveIn,
	newAccount,
	sayMoments,
	seat,
	startGroup,
	type Neighbourhood
} from './support/database.ts';
import { expect, test } from './support/test.ts';

/** A facilitator of the neighbourhood, and a full group for which four wait. */
async function fullGroup(neighbourhood: Neighbourhood) {
	const facilitator = await newAccount();
	await database()`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name)
		values (${neighbourhood.id}, ${facilitator.userId}, 'facilitator', 'Marieke')
	`;
	const names = ['Fatima', 'Kees', 'Bea', 'Thea', 'Gerrit', 'Tariq', 'Bep'];
	const [host, ...others] = await Promise.all(names.map((name) => moveIn(neighbourhood, name)));
	const group = await startGroup(host!, { chairs: 3 });
	await seat(group, ...others.slice(0, 2));
	const [thea, gerrit, tariq, bep] = others.slice(2);
	const waiting = { thea: thea!, gerrit: gerrit!, tariq: tariq!, bep: bep! };
	await askFor(group, ...Object.values(waiting));
	return { facilitator, group, waiting };
}

const say = (page: Page, answer: string) => page.getByRole('button', { name: answer }).click();

test('four wait, a facilitator begins a second group, and it meets next week', async ({
	neighbourhood,
	visit
}) => {
	const { facilitator, group, waiting } = await fullGroup(neighbourhood);
	const { thea, gerrit, tariq, bep } = waiting;

	const theas = await visit(thea);
	await theas.goto(`/groups/${group.id}`);
	await theas.getByRole('link', { name: 'Wanneer kun jij? (hoeft niet)' }).click();
	await theas.getByRole('group', { name: 'Dinsdag' }).getByLabel('ochtend').check();
	await theas.getByRole('group', { name: 'Vrijdag' }).getByLabel('avond').check();
	await theas.getByRole('button', { name: 'Bewaar mijn momenten' }).click();
	await expect(theas.getByRole('status')).toHaveText('Dank je wel. Veranderen mag altijd.');
	await theas.getByRole('link', { name: /Wanneer kun jij/ }).click();
	await expect(theas.getByRole('group', { name: 'Vrijdag' }).getByLabel('avond')).toBeChecked();
	await sayMoments(gerrit, '2-morning');
	await sayMoments(tariq, '2-morning', '3-morning');
	await sayMoments(bep, '4-afternoon');

	const desk = await visit(facilitator);
	await desk.goto('/desk');
	await expect(desk.getByRole('heading', { name: '1 ding deze week' })).toBeVisible();
	await desk.getByRole('link', { name: '4 buren wachten op een groep' }).click();
	const first = desk.getByRole('link').filter({ hasText: 'Dinsdagochtend' });
	await expect(desk.getByText('3 buren kunnen dan')).toBeVisible();
	await first.click();
	await expect(desk.getByLabel('Thea')).toBeChecked();
	await expect(desk.getByLabel('Bep')).toHaveCount(0);
	await desk.getByLabel('Begint om').selectOption({ label: '10 uur' });
	await desk.getByLabel('Naam van de plek').fill('De Linde');
	await say(desk, 'Begin dit groepje');
	await expect(desk.getByRole('alert')).toContainText('naam');
	await expect(desk.getByLabel('Naam van de plek')).toHaveValue('De Linde');
	await expect(desk.getByLabel('Thea')).toBeChecked();
	await desk.getByLabel('Naam', { exact: true }).fill('Taart en thee');
	await say(desk, 'Begin dit groepje');
	await expect(desk.getByRole('status')).toContainText('Het groepje is er.');
	await expect(desk.getByRole('heading', { name: '1 ding deze week' })).toBeVisible();
	await expect(desk.getByText('3 buren denken nog na over een stoel')).toBeVisible();
	await expect(desk.getByText('1 buur wacht op een groep')).toBeVisible();

	const offered = /Er is een stoel voor je in .?Taart en thee.?, elke dinsdag om 10 uur\./;
	await theas.goto('/today');
	await expect(theas.getByText(offered)).toBeVisible();
	await say(theas, 'Ja, graag');
	await expect(theas.getByRole('status')).toHaveText('Fijn. Je hebt een vaste plek.');
	await expect(theas.getByText(/wachtlijst/)).toHaveCount(0);
	const gerrits = await visit(gerrit);
	await gerrits.goto('/today');
	await say(gerrits, 'Nee, liever niet');
	await expect(gerrits.getByText(offered)).toHaveCount(0);
	await expect(gerrits.getByText(/Je bent nummer 1 op de wachtlijst/)).toBeVisible();
	const tariqs = await visit(tariq);
	await tariqs.goto('/today');
	await say(tariqs, 'Ja, graag');
	await expect(tariqs.getByText(/is er Buurtplein/)).toBeVisible();
	await expect(tariqs.getByText('De Linde')).toBeVisible();
	await tariqs.getByRole('link', { name: 'Mijn groep' }).first().click();
	await expect(tariqs.getByRole('heading', { name: 'Taart en thee' })).toBeVisible();
	await expect(tariqs.getByText('Dinsdag').first()).toBeVisible();

	await desk.reload();
	await desk.getByRole('link', { name: 'Taart en thee' }).click();
	await expect(desk.getByText('Gerrit')).toHaveCount(0);
	await desk.getByLabel('Iets regelen voor').selectOption({ label: 'Tariq' });
	await say(desk, 'Laat deze buur dit ook regelen');
	await expect(desk.getByText('regelt dit Buurtplein')).toHaveCount(2);
	await expect(desk.getByRole('button', { name: /dit ook regelen/ })).toHaveCount(0);
});

test('two neighbours wait: the facilitator reads who and where, and offers one a chair elsewhere', async ({
	neighbourhood,
	visit
}) => {
	const { facilitator, group, waiting } = await fullGroup(neighbourhood);
	const { thea, gerrit, tariq } = waiting;
	const elsewhere = await startGroup(await moveIn(neighbourhood, 'Samira'), { chairs: 3 });
	await database()`
		delete from public.waitlist where resident_id in (${thea.residentId}, ${gerrit.residentId})
	`;
	const desk = await visit(facilitator);
	await desk.goto('/desk');
	await expect(desk.getByRole('heading', { name: '1 ding deze week' })).toBeVisible();
	await expect(desk.getByText('2 buren wachten op een groep')).toBeVisible();
	await expect(desk.getByText(new RegExp(`wacht op .?${group.name}`))).toHaveCount(2);
	await desk.getByRole('link', { name: /Ander Buurtplein voor .?Tariq/ }).click();
	await expect(desk.getByLabel(group.name)).toHaveCount(0);
	await desk.getByLabel(elsewhere.name).check();
	await say(desk, 'Vraag het aan');
	await expect(desk.getByRole('status')).toContainText('krijgt de vraag op Vandaag');
	await expect(desk.getByText('1 buur wacht op een groep')).toBeVisible();

	const tariqs = await visit(tariq);
	await tariqs.goto('/today');
	await say(tariqs, 'Ja, graag');
	await expect(tariqs.getByRole('status')).toHaveText('Fijn. Je hebt een vaste plek.');
	await expect(tariqs.getByText(/wachtlijst/)).toHaveCount(0);
});
