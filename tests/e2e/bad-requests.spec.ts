import type { BrowserContext } from '@playwright/test';
import { address } from './support/app.ts';
import { moveIn, startGroup } from './support/database.ts';
import { codeFor } from './support/mail.ts';
import { expect, test } from './support/test.ts';

const page404 = 'Deze bladzijde is er niet';

test('a name of eight megabytes is refused with a page that says so', async ({
	neighbourhood,
	visit
}) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const page = await visit(zoe);
	const answer = await post(page.context(), '/me?/aboutMe', {
		firstName: 'Z'.repeat(8_000_000),
		face: 'fox'
	});
	expect(answer.status()).toBe(413);
	expect(answer.headers()['content-type']).toContain('text/html');
	const text = await answer.text();
	expect(text).toContain('Dit is te veel tekst');
	expect(text).toContain('Ga terug en maak het korter.');
	expect(text.length).toBeLessThan(60_000);
	await page.goto('/me');
	await expect(page.getByLabel('Voornaam')).toHaveValue('Zoë');
});

test('a name of eight megabytes typed on the page is refused too', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Zoë'));
	await page.goto('/me');
	await page.getByLabel('Voornaam').evaluate((field: HTMLInputElement) => {
		field.maxLength = 10_000_000;
		field.value = 'Z'.repeat(8_000_000);
	});
	await page.getByRole('button', { name: 'Bewaar naam en plaatje' }).click();
	await expect(page.getByRole('heading', { name: 'Dit is te veel tekst' })).toBeVisible();
});

test('a name of forty-one signs keeps what was typed and says how long it may be', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Zoë'));
	const name = '👩🏽‍🌾'.repeat(11);
	const answer = await post(page.context(), '/me?/aboutMe', { firstName: name, face: 'fox' });
	expect(answer.status()).toBe(400);
	const text = await answer.text();
	expect(text).toContain('Maak dit korter: hooguit 40 tekens.');
	expect(text).toContain(`value="${name}"`);
});

test('a form from another site is refused, whatever it asks', async ({ neighbourhood, visit }) => {
	const page = await visit(await moveIn(neighbourhood, 'Zoë'));
	for (const origin of ['https://evil.example', 'null', `${address}.evil.example`]) {
		for (const path of ['/me?/signOut', '/me?/aboutMe', '/sign-in', '/groups/new']) {
			const form = { firstName: 'Hacked', name: 'Hacked', face: 'fox' };
			const answer = await post(page.context(), path, form, origin);
			expect(answer.status(), `${path} from ${origin}`).toBe(403);
			expect(answer.headers()['set-cookie']).toBeUndefined();
		}
	}
	await page.goto('/me');
	await expect(page.getByLabel('Voornaam')).toHaveValue('Zoë');
});

const elsewhere = [
	'https://evil.example',
	'//evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'/%09/evil.example',
	'/\t/evil.example',
	'javascript:alert(1)',
	'/@evil.example'
];

test('signing in never leads to another site', async ({ neighbourhood, visit }) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const context = (await visit(zoe)).context();
	for (const next of elsewhere) {
		const answer = await context.request.get(`/sign-in?next=${encodeURIComponent(next)}`, {
			maxRedirects: 0
		});
		expect(answer.headers().location, next).toBe('/today');
	}
	const visitor = (await visit()).context();
	await post(visitor, '/sign-in?next=//evil.example', { email: zoe.email });
	const form = { digits: await codeFor(zoe.email), ownPhone: 'yes' };
	const answer = await post(visitor, '/sign-in/digits?/confirm', form);
	expect(answer.headers().location).toBe('/today');
});

test('addresses that mean nothing are answered with a plain page', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(host);
	const paths = [
		'/groups/%00',
		'/groups/1',
		'/meetups/%F0%9F%A5%95',
		'/joined?group=1',
		'/nergens'
	];
	for (const path of [...paths, '/join/1234567', `/meetups/${group.id}`, '/desk']) {
		const answer = await page.goto(path);
		expect.soft(answer?.status(), path).toBe(404);
		await expect.soft(page.getByRole('heading', { level: 1 })).toHaveText(page404);
	}
});

test('wrong digits keep the step, the right ones still work', async ({ neighbourhood, visit }) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const page = await visit();
	await page.goto('/sign-in');
	await page.getByLabel('E-mailadres').fill(zoe.email.toUpperCase());
	await page.getByRole('button', { name: 'Stuur mij een code' }).click();
	const digits = await codeFor(zoe.email);
	const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
	await page.getByLabel('Code van zes cijfers').fill(wrong);
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await expect(page.getByRole('alert')).toContainText('Kies of dit je eigen telefoon is.');
	await page.getByLabel('Ja, onthoud mij').check();
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await expect(page.getByRole('alert')).toContainText('Deze code klopt niet.');
	await page.getByRole('button', { name: 'Stuur een nieuwe code' }).click();
	await expect(page.getByRole('alert')).toContainText('Wacht een halve minuut.');
	await page.getByLabel('Code van zes cijfers').fill(digits);
	await page.getByLabel('Ja, onthoud mij').check();
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await expect(page).toHaveURL('/today');
});

test('a known and an unknown e-mail address get the same page', async ({
	neighbourhood,
	visit
}) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const answers = [];
	for (const email of [zoe.email, zoe.email.replace('@', 'x@')]) {
		const page = await visit();
		await page.goto('/sign-in');
		await page.getByLabel('E-mailadres').fill(email);
		await page.getByRole('button', { name: 'Stuur mij een code' }).click();
		await expect(page).toHaveURL('/sign-in/digits');
		answers.push((await page.content()).replaceAll(email, '').replace(/nonce-?[^ ]*/g, ''));
	}
	expect(answers[1]).toBe(answers[0]);
});

function post(
	context: BrowserContext,
	path: string,
	form: Record<string, string>,
	origin: string = address
) {
	const headers = { origin, accept: 'text/html' };
	return context.request.post(path, { form, headers, maxRedirects: 0 });
}
