import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { openNeighbourhood, type Neighbourhood } from './database.ts';
import { signIn } from './people.ts';

type Visit = (who?: { email: string }, options?: BrowserContextOptions) => Promise<Page>;

type Fixtures = {
	/** A neighbourhood that only this test knows. */
	neighbourhood: Neighbourhood;
	/** A telephone of its own, signed in when it is somebody's. */
	visit: Visit;
};

export const test = base.extend<Fixtures>({
	// eslint-disable-next-line no-empty-pattern -- Playwright asks for a pattern.
	neighbourhood: async ({}, use) => {
		await use(await openNeighbourhood());
	},
	visit: async ({ browser }, use) => {
		const telephones: Page[] = [];
		const faults: string[] = [];
		await use(async (who, options) => {
			const context = await browser.newContext(options);
			if (who) await signIn(context, who);
			const page = await context.newPage();
			telephones.push(page);
			page.on('pageerror', ({ message }) => faults.push(message));
			page.on('console', (said) => {
				if (/content security policy/i.test(said.text())) faults.push(said.text());
			});
			return page;
		});
		await Promise.all(telephones.map((page) => page.context().close()));
		expect(faults, 'no page broke or was refused something').toEqual([]);
	}
});

export { expect };

/** What a page says in its main part, as it stands in the document. */
export const mainText = (page: Page) => page.locator('main').innerHTML();
