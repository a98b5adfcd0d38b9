import { expect, type BrowserContext, type Page } from '@playwright/test';
import { address } from './app.ts';
import { codeFor } from './mail.ts';

/** Signs in without opening a page: the two forms of /sign-in, with the code from the mail. */
export async function signIn(context: BrowserContext, { email }: { email: string }) {
	await send(context, '/sign-in', { email });
	const digits = await codeFor(email);
	await send(context, '/sign-in/digits?/confirm', { digits, ownPhone: 'yes' });
}

/** Signs in on the page that is open now, as a person would. */
export async function signInHere(page: Page, { email }: { email: string }, ownPhone = true) {
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByRole('button', { name: 'Stuur mij een code' }).click();
	await page.getByLabel('Code van zes cijfers').fill(await codeFor(email));
	await page.getByLabel(ownPhone ? 'Ja, onthoud mij' : 'Nee, vergeet mij daarna').check();
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await expect(page).not.toHaveURL(/\/sign-in/);
}

async function send(context: BrowserContext, path: string, form: Record<string, string>) {
	const headers = { origin: address, accept: 'text/html' };
	const answer = await context.request.post(path, { form, headers, maxRedirects: 0 });
	expect(answer.status(), `${path} accepts the form`).toBe(303);
}
