import type { Page } from '@playwright/test';
import { moveIn, startGroup, type Group } from './support/database.ts';
import { signInHere } from './support/people.ts';
import { endSession } from './support/session.ts';
import { expect, test } from './support/test.ts';

const typed = 'De zaal is <i>bezet</i> 🎄';

test('what was typed after the session ended waits until one is signed in again', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(host);
	await typeTooLate(page, group);
	const [kept] = await waiting(page);
	expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
	expect(kept!.expires - Date.now() / 1000).toBeLessThanOrEqual(3600);

	await signInHere(page, host);
	await expect(page).toHaveURL('/unsent');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je tekst is er nog');
	await expect(page.getByRole('definition')).toHaveText([typed]);
	await expect(page.getByRole('main')).not.toContainText(group.meetups[0]!);
	await page.reload();
	await page.getByRole('button', { name: 'Verstuur het nog eens' }).click();
	await expect(page).toHaveURL(`/meetups/${group.meetups[0]}`);
	await expect(page.getByText(typed)).toBeVisible();
	expect(await waiting(page)).toEqual([]);
	await page.goto('/unsent');
	await expect(page).toHaveURL('/today');
});

test('another person who signs in on this telephone sees nothing of it', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const bea = await moveIn(neighbourhood, 'Bea');
	const page = await visit(host);
	await typeTooLate(page, await startGroup(host));
	await page.goto('/sign-in');
	await expect(page.getByText(typed)).toHaveCount(0);
	await signInHere(page, bea);
	await expect(page).toHaveURL('/today');
	await expect(page.getByText(typed)).toHaveCount(0);
	expect(await waiting(page)).toEqual([]);
	await page.goto('/unsent');
	await expect(page).toHaveURL('/today');
});

test('what is not needed any more goes, and signing out takes the rest', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(host);
	await typeTooLate(page, group);
	await signInHere(page, host);
	await page.getByRole('button', { name: 'Niet meer nodig' }).click();
	await expect(page).toHaveURL(`/meetups/${group.meetups[0]}/change/cancel`);
	await expect(page.getByLabel('Wat is de reden?')).toHaveValue('');
	expect(await waiting(page)).toEqual([]);

	await typeTooLate(page, group);
	await signInHere(page, host);
	await page.goto('/me');
	await page.getByRole('button', { name: 'Log uit op deze telefoon' }).click();
	await expect(page).toHaveURL('/');
	expect(await waiting(page)).toEqual([]);
});

test('nothing is kept of who had no session here, or only pressed a button', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(host);
	const meetup = `/meetups/${group.meetups[0]}`;
	await page.goto(meetup);
	await endSession(page.context());
	await page.getByRole('button', { name: 'Deze keer niet' }).click();
	await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(meetup)}`);
	expect(await waiting(page)).toEqual([]);
	await signInHere(page, host);
	await expect(page).toHaveURL(meetup);

	await page.goto(`${meetup}/change/cancel`);
	await page.getByLabel('Wat is de reden?').fill(typed);
	await page.context().clearCookies();
	await page.getByRole('button', { name: 'Zeg deze week af' }).click();
	await expect(page).toHaveURL(/\/sign-in/);
	expect(await waiting(page)).toEqual([]);
});

async function typeTooLate(page: Page, group: Group) {
	await page.goto(`/meetups/${group.meetups[0]}/change/cancel`);
	await page.getByLabel('Wat is de reden?').fill(typed);
	await endSession(page.context());
	await page.getByRole('button', { name: 'Zeg deze week af' }).click();
	await expect(page).toHaveURL(/\/sign-in\?next=/);
}

async function waiting(page: Page) {
	return (await page.context().cookies()).filter(({ name }) => name === 'unsent');
}
