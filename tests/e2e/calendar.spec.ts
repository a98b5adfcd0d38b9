import { request, type Page } from '@playwright/test';
import ICAL from 'ical.js';
import { address } from './support/app.ts';
import { database, moveIn, newAccount, seat, startGroup } from './support/database.ts';
import { expect, test } from './support/test.ts';

/** What a calendar gets, which has no session and no cookie. */
async function fetchAs(path: string, headers: Record<string, string> = {}) {
	const calendar = await request.newContext();
	const answer = await calendar.get(path, { headers });
	const body = await answer.text();
	await calendar.dispose();
	return { status: answer.status(), headers: answer.headers(), body };
}

async function entries(path: string) {
	const { body } = await fetchAs(path);
	return ICAL.Component.fromString(body)
		.getAllSubcomponents('vevent')
		.map((event) => ({
			uid: event.getFirstPropertyValue('uid'),
			title: event.getFirstPropertyValue('summary'),
			place: event.getFirstPropertyValue('location'),
			status: event.getFirstPropertyValue('status'),
			sequence: Number(event.getFirstPropertyValue('sequence'))
		}));
}

const shown = async (page: Page) => page.getByLabel('Kopieer dit adres').inputValue();

test('a calendar follows my meetups at an address of my own, until I make a new one', async ({
	neighbourhood,
	visit
}) => {
	const [fatima, kees] = await Promise.all(
		['Fatima', 'Kees'].map((name) => moveIn(neighbourhood, name))
	);
	const group = await startGroup(fatima!);
	await seat(group, kees!);
	const page = await visit(kees!);
	await page.goto('/me');
	await page.getByRole('link', { name: 'Zet in mijn agenda' }).click();
	await page.getByRole('button', { name: 'Ja, in mijn agenda' }).click();
	await expect(page.getByRole('status')).toHaveText('Het adres is klaar. Kies nu je agenda.');
	const first = await shown(page);
	expect(new RegExp(`^${address}/calendar/[0-9a-f]{32}\\.ics$`).test(first)).toBe(true);
	await expect(page.getByRole('link', { name: 'iPhone' })).toHaveAttribute(
		'href',
		first.replace('http:', 'webcal:')
	);

	const answer = await fetchAs(first);
	expect(answer.headers).toMatchObject({
		'content-type': 'text/calendar; charset=utf-8',
		'cache-control': 'private, no-cache'
	});
	expect(answer.headers['set-cookie']).toBeUndefined();
	expect(answer.body).not.toMatch(/Soep|Linde|Fatima|Kees/);
	const mine = await entries(first);
	expect(mine.length).toBeGreaterThanOrEqual(8);
	expect(new Set(mine.map(({ title }) => title))).toEqual(new Set(['Buurtplein']));
	const again = await fetchAs(first, { 'if-none-match': answer.headers.etag! });
	expect([again.status, again.body], 'nothing changed').toEqual([304, '']);

	const host = await visit(fatima!);
	await host.goto(`/meetups/${group.meetups[0]}/change/cancel`);
	await host.getByLabel('Wat is de reden?').fill('Niemand kan.');
	await host.getByRole('button', { name: 'Zeg deze week af' }).click();
	await expect(host.getByRole('heading', { name: /gaat niet door/ })).toBeVisible();
	expect((await entries(first))[0]).toMatchObject({
		uid: mine[0]!.uid,
		status: 'CANCELLED',
		sequence: mine[0]!.sequence + 1
	});
	expect((await fetchAs(first, { 'if-none-match': answer.headers.etag! })).status).toBe(200);

	await page.goto(`/meetups/${group.meetups[1]}`);
	await page.getByRole('button', { name: 'Deze keer niet' }).click();
	expect(await entries(first)).toHaveLength(mine.length - 1);

	await page.goto('/me/calendar');
	await page.getByRole('button', { name: 'Maak een nieuw adres' }).click();
	const second = await shown(page);
	expect(second).not.toBe(first);
	expect(await entries(second)).toHaveLength(mine.length - 1);
	const [renewed, unknown] = await Promise.all(
		[first, `${address}/calendar/${'0'.repeat(32)}.ics`].map((path) => fetchAs(path))
	);
	expect(renewed!.status).toBe(404);
	expect(renewed!.body).toBe(unknown!.body);
	expect(renewed!.headers['cache-control']).toBe('private, no-store');

	await page.getByRole('button', { name: 'Stop hiermee' }).click();
	await expect(page.getByRole('button', { name: 'Ja, in mijn agenda' })).toBeVisible();
	expect((await fetchAs(second)).status).toBe(404);
});

test('one meetup goes into a calendar as a file, for who goes there', async ({
	neighbourhood,
	visit
}) => {
	const [fatima, noor] = await Promise.all(
		['Fatima', 'Noor'].map((name) => moveIn(neighbourhood, name))
	);
	const group = await startGroup(fatima!);
	const page = await visit(fatima!);
	await page.goto(`/meetups/${group.meetups[0]}`);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Zet in mijn agenda' }).click()
	]);
	expect(download.suggestedFilename()).toBe('buurtplein.ics');
	const path = `/meetups/${group.meetups[0]}/buurtplein.ics`;
	const other = await visit(noor!);
	expect((await other.request.get(path)).status()).toBe(404);
	const visitor = await fetchAs(address + path);
	expect(visitor.body).not.toContain('VCALENDAR');
	expect((await fetchAs(`${address}/me/calendar`)).body).not.toContain('.ics');
});

test('a facilitator reads all groups by week, and in a calendar with names and places', async ({
	neighbourhood,
	visit
}) => {
	const marieke = await newAccount();
	await database()`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name)
		values (${neighbourhood.id}, ${marieke.userId}, 'facilitator', 'Marieke')
	`;
	const group = await startGroup(await moveIn(neighbourhood, 'Fatima'), { inDays: 1 });
	const page = await visit(marieke);
	await page.goto('/desk');
	await page.getByRole('link', { name: 'Agenda' }).click();
	const weeks = page.getByRole('heading', { level: 2 });
	await expect(weeks.filter({ hasText: 'Volgende week' })).toBeVisible();
	expect(await page.getByRole('link', { name: group.name }).count()).toBeGreaterThanOrEqual(3);
	await page.getByRole('button', { name: 'Ja, in mijn agenda' }).click();
	const feed = await shown(page);
	expect((await entries(feed))[0]).toMatchObject({ title: group.name, place: 'De Linde' });

	await database()`delete from public.staff where profile_id = ${marieke.userId}`;
	expect((await fetchAs(feed)).status, 'the role ended').toBe(404);
	expect((await page.goto('/desk/agenda'))!.status()).toBe(404);
});
