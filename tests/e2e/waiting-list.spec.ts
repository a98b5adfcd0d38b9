import { askFor, moveIn, seat, startGroup } from './support/database.ts';
import { expect, test } from './support/test.ts';

test('the waiting list moves up by itself, and who comes back is first in line', async ({
	neighbourhood,
	visit
}) => {
	const [host, mo, thea, vera, wim] = await Promise.all(
		['Fatima', 'Mo', 'Thea', 'Vera', 'Wim'].map((name) => moveIn(neighbourhood, name))
	);
	const group = await startGroup(host!, { chairs: 3 });
	await seat(group, mo!, thea!);

	const veras = await visit(vera);
	await veras.goto('/groups');
	await expect(veras.getByText('Vol: 3 van 3 stoelen bezet')).toBeVisible();
	await veras.getByRole('link', { name: group.name }).click();
	await veras.getByRole('button', { name: 'Zet mij op de wachtlijst' }).click();
	await expect(veras.getByText('Je bent nummer 1 op de wachtlijst.')).toBeVisible();

	await askFor(group, wim!);
	const wims = await visit(wim);
	await wims.goto('/today');
	await expect(wims.getByText(/Je bent nummer 2 op de wachtlijst/)).toBeVisible();

	const mos = await visit(mo);
	await mos.goto(`/groups/${group.id}`);
	await mos.getByRole('button', { name: 'Ga weg bij dit Buurtplein' }).click();
	await expect(mos.getByText(/Je bent weggegaan bij/)).toBeVisible();

	await veras.goto('/today');
	await expect(veras.getByText('Je hebt een vaste plek.')).toBeVisible();
	await wims.reload();
	await expect(wims.getByText(/Je bent nummer 1 op de wachtlijst/)).toBeVisible();

	await mos.getByRole('button', { name: 'Ik blijf toch' }).click();
	await expect(mos.getByRole('status')).toHaveText(
		'Je stoel is al van een ander. Je staat vooraan op de wachtlijst.'
	);
	await expect(mos.getByText(/Je bent nummer 1 op de wachtlijst/)).toBeVisible();
	await wims.reload();
	await expect(wims.getByText(/Je bent nummer 2 op de wachtlijst/)).toBeVisible();
});

test('leaving a group is undone with one tap while the chair is free', async ({
	neighbourhood,
	visit
}) => {
	const [host, mo] = [await moveIn(neighbourhood, 'Fatima'), await moveIn(neighbourhood, 'Mo')];
	const group = await startGroup(host);
	await seat(group, mo);
	const page = await visit(mo);
	await page.goto(`/groups/${group.id}`);
	await page.getByRole('button', { name: 'Ga weg bij dit Buurtplein' }).click();
	await page.getByRole('button', { name: 'Ik blijf toch' }).click();
	await expect(page.getByRole('status')).toHaveText('Je hebt je plek weer.');
	await expect(page.getByText('Je hebt een vaste plek.')).toBeVisible();
});

test('who asked for a chair or waits for one can take it back', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(await moveIn(neighbourhood, 'Vera'));
	await page.goto(`/groups/${group.id}`);
	await page.getByRole('button', { name: 'Vraag een stoel' }).click();
	await page.getByRole('button', { name: 'Ik wil toch niet' }).click();
	await expect(page.getByRole('status')).toContainText('Opnieuw vragen mag altijd.');
	await expect(page.getByRole('button', { name: 'Vraag een stoel' })).toBeVisible();
});
