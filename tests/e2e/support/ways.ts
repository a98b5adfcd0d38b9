import type { Page } from '@playwright/test';
import { address } from './app.ts';
import { newAddress } from './database.ts';
import type { World } from './world.ts';

/** Brings a page to where it is to be looked at. */
export type Arrive = (page: Page, world: World) => Promise<unknown>;

/** Straight to an address. */
export const go =
	(path: (world: World) => string): Arrive =>
	(page, world) =>
		page.goto(path(world));

/** Presses the button of that name. */
export const send = (page: Page, name: string) =>
	page.getByRole('button', { name, exact: true }).click();

/** From the poster, so many questions further. */
export const join = (steps: number): Arrive => {
	const walk: Arrive[] = [
		(page) => page.getByLabel('Voornaam').waitFor(),
		async (page) => {
			await page.getByLabel('Voornaam').fill('Zoë');
			await send(page, 'Ga verder');
			await page.getByLabel('E-mailadres').waitFor();
		},
		async (page) => {
			await page.getByLabel('E-mailadres').fill(newAddress());
			await send(page, 'Stuur mij een code');
			await page.getByLabel('Code van zes cijfers').waitFor();
		}
	];
	return async (page, world) => {
		await page.goto(`/join/${world.neighbourhood.posterCode}`);
		await send(page, 'Ik wil meedoen');
		for (const step of walk.slice(0, steps)) await step(page, world);
	};
};

/** On the way to a group of one's own, so many questions further. */
export const draft = (steps: number): Arrive => {
	const [next, asks] = [
		(page: Page) => send(page, 'Ga verder'),
		(page: Page, question: string) =>
			page.getByRole('heading', { level: 1, name: question }).waitFor()
	];
	const walk: ((page: Page) => Promise<unknown>)[] = [
		async (page) => {
			await page.getByLabel('Naam', { exact: true }).fill('Thee en taart');
			await next(page);
			await asks(page, 'Wanneer komen jullie');
		},
		async (page) => {
			await page.getByLabel('Dag', { exact: true }).selectOption('vrijdag');
			await page.getByLabel('Begint om').selectOption({ label: '10 uur' });
			await next(page);
			await asks(page, 'Waar komen jullie');
		},
		async (page) => {
			await page.getByLabel('Naam van de plek').fill('Wijkcentrum De Lindebloesem');
			await next(page);
			await asks(page, 'Wat doen jullie graag');
		},
		async (page) => {
			await next(page);
			await asks(page, 'Hoeveel stoelen');
		},
		async (page) => {
			await next(page);
			await asks(page, 'Klopt dit');
		}
	];
	return async (page) => {
		await page.goto('/groups/new');
		for (const step of walk.slice(0, steps)) await step(page);
	};
};

/** On the way to a post of one's own, so many questions further. */
export const ask = (steps: number): Arrive => {
	const next = (page: Page) => send(page, 'Ga verder');
	const walk: ((page: Page) => Promise<unknown>)[] = [
		(page) => send(page, 'Ik zoek hulp'),
		async (page) => {
			await page.getByLabel('een klusje').check();
			await next(page);
			await page.getByLabel('In je eigen woorden').waitFor();
		},
		async (page) => {
			await page.getByLabel('In je eigen woorden').fill('Donaudampfschifffahrtsgesellschaften');
			await next(page);
			await page.getByLabel('Elke week').check();
		},
		async (page) => {
			await page.getByLabel('Dat maakt niet uit').check();
			await next(page);
			await page.getByLabel('Iedereen in').check();
		},
		async (page) => {
			await next(page);
			await page.getByRole('heading', { level: 1, name: 'Wie ziet dit' }).waitFor();
		}
	];
	return async (page) => {
		await page.goto('/help');
		for (const step of walk.slice(0, steps)) await step(page);
	};
};

/** On the way to telling of nuisance, so many steps further; the seventh is a mistake. */
export const complain = (steps: number): Arrive => {
	const walk: ((page: Page) => Promise<unknown>)[] = [
		(page) => page.getByLabel('overlast').check(),
		(page) => page.getByLabel('rommel of afval').check(),
		(page) => page.getByLabel('Bijna altijd').check(),
		(page) => page.getByLabel('best erg').check(),
		(page) => page.getByLabel('Bel mij').check(),
		(page) =>
			page
				.getByLabel('In je eigen woorden')
				.fill(`Meneer Bakker: ${'Donaudampfschifffahrtsgesellschaften'.repeat(3)}`),
		() => Promise.resolve(),
		async (page) => {
			await page.getByLabel('Op welk nummer?').fill('06 12345678');
			await page.getByLabel('Dat maakt niet uit').check();
		}
	];
	return async (page) => {
		await page.goto('/contact/new');
		for (const step of walk.slice(0, steps)) {
			await step(page);
			const before = page.url();
			await send(page, 'Ga verder');
			await page.waitForLoadState();
			await page.waitForURL((url) => step === walk[5] || url.href !== before);
		}
		if (steps === 7) {
			await send(page, 'Ga verder');
			await page.getByRole('alert').waitFor();
		}
	};
};

/** On the way to a post that staff write for somebody, so many questions further. */
export const propose = (steps: number): Arrive => {
	const walk: ((page: Page) => Promise<unknown>)[] = [
		(page) => page.getByLabel('Ik zoek hulp').check(),
		(page) => page.getByLabel('gezelschap').check(),
		(page) => page.getByLabel('In je eigen woorden').fill('Ik zoek iemand die meeloopt.'),
		(page) => page.getByLabel('Dat maakt niet uit').check()
	];
	return async (page, { member }) => {
		await page.goto(`/desk/help/for/${member.residentId}/kind`);
		for (const [n, answer] of walk.slice(0, steps).entries()) {
			await answer(page);
			await send(page, 'Ga verder');
			await (n < 3 ? page.getByText(`Vraag ${n + 2} van 4`) : page.locator('dl')).waitFor();
		}
	};
};

/** As if the host typed something after the session had ended. */
export async function leaveUnsent(page: Page, { group, host }: World) {
	const unsent = {
		sub: host.userId,
		action: `/groups/${group.id}/change/details`,
		values: {
			name: 'Koffiedrinkersgezelschap De Lindebloesem',
			placeName: 'مركز الحي',
			address: 'Lindestraat 12'
		}
	};
	const value = Buffer.from(JSON.stringify(unsent)).toString('base64url');
	await page.context().addCookies([{ name: 'unsent', value, url: address }]);
}
