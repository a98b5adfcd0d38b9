import { askFor, moveIn, seat, setHours, startGroup } from './support/database.ts';
import { expect, test } from './support/test.ts';

test('a chair that is free for one week goes to the first in line, as a guest', async ({
	neighbourhood,
	visit
}) => {
	const [host, abe, bea, wil] = await Promise.all(
		['Fatima', 'Abe', 'Bea', 'Wil'].map((name) => moveIn(neighbourhood, name))
	);
	const group = await startGroup(host!, { chairs: 3 });
	await seat(group, abe!, bea!);
	await askFor(group, wil!);
	const meetup = `/meetups/${group.meetups[0]}`;

	const wils = await visit(wil);
	await wils.goto('/today');
	await expect(wils.getByText(/nummer 1 op de wachtlijst/)).toBeVisible();
	await expect(wils.getByRole('button', { name: 'Ik kom als gast' })).toHaveCount(0);

	const abes = await visit(abe);
	await abes.goto('/today');
	await abes.getByRole('button', { name: 'Deze keer niet' }).click();
	await expect(abes.getByRole('status')).toContainText('Goed dat je het zegt.');

	await wils.reload();
	await expect(wils.getByRole('heading', { name: /is er een stoel vrij/ })).toBeVisible();
	await wils.getByRole('button', { name: 'Ik kom als gast' }).click();
	await expect(wils.getByRole('status')).toHaveText('Fijn. Ze weten dat je komt.');

	const beas = await visit(bea);
	await beas.goto(meetup);
	await expect(beas.getByRole('listitem').filter({ hasText: 'Wil' })).toContainText('te gast');
	await expect(beas.getByRole('listitem').filter({ hasText: 'Fatima' })).toBeVisible();
	await expect(beas.getByText('Abe')).toHaveCount(0);

	await abes.getByRole('button', { name: 'Ik kom' }).click();
	await expect(abes.getByRole('alert')).toContainText(
		'Deze week zit er een gast op je stoel. Volgende week is hij weer van jou.'
	);
	await abes.goto(`/meetups/${group.meetups[1]}`);
	await expect(abes.getByText('Je hebt een vaste plek.')).toBeVisible();
	await wils.goto(`/meetups/${group.meetups[1]}`);
	await expect(wils.getByRole('button', { name: 'Ik kom als gast' })).toHaveCount(0);
});

test('a guest who says no leaves the chair to the next in line', async ({
	neighbourhood,
	visit
}) => {
	const [host, abe, bea, wil, xena] = await Promise.all(
		['Fatima', 'Abe', 'Bea', 'Wil', 'Xena'].map((name) => moveIn(neighbourhood, name))
	);
	const group = await startGroup(host!, { chairs: 3 });
	await seat(group, abe!, bea!);
	await askFor(group, wil!, xena!);
	const abes = await visit(abe);
	await abes.goto(`/meetups/${group.meetups[0]}`);
	await abes.getByRole('button', { name: 'Deze keer niet' }).click();
	await expect(abes.getByRole('status')).toBeVisible();

	const xenas = await visit(xena);
	await xenas.goto('/today');
	await expect(xenas.getByText(/is er een stoel vrij/)).toHaveCount(0);
	const wils = await visit(wil);
	await wils.goto('/today');
	await wils.getByRole('button', { name: 'Deze keer niet' }).click();
	await expect(wils.getByRole('status')).toContainText('Goed dat je het zegt.');
	await xenas.reload();
	await expect(xenas.getByRole('button', { name: 'Ik kom als gast' })).toBeVisible();
});

test('who was not there in the past is shown to nobody else', async ({ neighbourhood, visit }) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const [abe, bea] = [await moveIn(neighbourhood, 'Abe'), await moveIn(neighbourhood, 'Bea')];
	const group = await startGroup(host);
	await seat(group, abe, bea);
	const abes = await visit(abe);
	await abes.goto(`/meetups/${group.meetups[0]}`);
	await abes.getByRole('button', { name: 'Deze keer niet' }).click();
	await expect(abes.getByRole('status')).toBeVisible();

	const hosts = await visit(host);
	const past = `/meetups/${group.meetups[0]}`;
	await hosts.goto(past);
	await expect(hosts.getByRole('listitem').filter({ hasText: 'Bea' })).toBeVisible();
	await expect(hosts.getByText('Abe')).toHaveCount(0);

	await setHours(group.meetups[0], -48);
	await hosts.goto(past);
	await expect(hosts.getByText('Deze bijeenkomst is geweest.')).toBeVisible();
	// The document also carries the data behind the page.
	expect(await hosts.content()).not.toContain('Bea');
	expect(await hosts.content()).not.toContain('Abe');
	for (const path of ['/today', '/groups', `/groups/${group.id}`]) {
		await hosts.goto(path);
		await expect(hosts.getByText(/Jij komt (deze keer )?niet/)).toHaveCount(0);
		expect(await hosts.content()).not.toMatch(/absen/i);
	}
	await expect(hosts.getByRole('listitem').filter({ hasText: 'Abe' }).first()).toBeVisible();
});
