// npm run screenshots: the pictures of the README, made of the demo neighbourhood.
import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demo } from '../../supabase/local/demo.ts';
import { latestCode } from '../support/mailbox.ts';
import { address, browserOptions, environment, root, running } from './support/app.ts';
import { database } from './support/database.ts';

const LARGEST = 60_000;
const folder = join(root, 'docs/screenshots');
const app = spawn(process.execPath, ['supabase/local/launch.js', '--fresh'], {
	cwd: root,
	env: { ...process.env, ...environment },
	stdio: ['ignore', 'pipe', 'inherit']
});
try {
	await started();
	mkdirSync(folder, { recursive: true });
	const browser = await chromium.launch(browserOptions);
	await takeAll(browser);
	await browser.close();
} finally {
	await database().end();
	app.kill('SIGTERM');
	await once(app, 'exit');
}

async function started() {
	for await (const text of app.stdout) if (String(text).includes('Ctrl-C')) return;
	throw new Error('The app did not start.');
}

async function takeAll(browser: Browser) {
	const visitor = await telephone(browser);
	await take(visitor, '/', 'welcome');

	const marieke = await telephone(browser);
	await signIn(marieke, 'marieke@example.nl');
	await take(marieke, '/desk', 'overview');
	await take(marieke, '/desk/new-group/lindebuurt', 'second-group');
	await take(marieke, '/desk/door/lindebuurt', 'door');
	await take(marieke, '/desk/speakers/lindebuurt', 'speakers');
	await take(visitor, await speakersLink(), 'speaker-link');
	await marieke.setViewportSize({ width: 718, height: 1047 });
	await take(marieke, '/desk/day/lindebuurt', 'day-list', true);

	const page = await telephone(browser);
	await signIn(page, demo.people[0]!.email);
	const group = await hrefOf(page, '/groups', 'Koffie en kuieren');
	await take(page, '/groups', 'groups');
	await take(page, group, 'group');
	const meetup = await hrefOf(page, '/today', 'is er Buurtplein');
	await take(page, meetup, 'meetup');
	await page.emulateMedia({ colorScheme: 'dark' });
	await take(page, '/today', 'today-dark');
	await page.emulateMedia({ colorScheme: 'light' });
	// Choosing begins a day before, which may be a few hours from now.
	await database()`
		update public.meetups set starts_at = now() + interval '20 hours', ends_at = now() + interval '21 hours'
		where id = ${meetup.split('/').at(-1)!}
	`;
	await take(page, `${meetup}/choose`, 'choose');
	await take(page, '/me/plan', 'plan');
	await take(page, '/help', 'help');
	await page.getByRole('button', { name: 'Ik zoek hulp' }).click();
	await page.waitForURL('/help/new/*');
	await take(page, page.url(), 'what');
	await take(page, await hrefOf(page, '/me/conversations', 'Thea'), 'conversation');
	await take(page, '/contact', 'contact');
	await page.getByRole('link', { name: 'Laat je bellen' }).click();
	await page.getByLabel('Overlast').check();
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await page.getByLabel('Geluid').waitFor();
	await take(page, page.url(), 'nuisance');

	const anna = await telephone(browser);
	await signIn(anna, 'anna@example.nl');
	await take(anna, '/desk/contact', 'desk');
	await anna.setViewportSize({ width: 718, height: 1047 });
	await take(anna, '/contact/lindebuurt/card', 'cards', true);
}

/** The page of a speaker who has not answered yet, whose mail may wait for the morning. */
async function speakersLink() {
	const [asked] = await database()<{ token: string }[]>`
		select private.booking_token(b.id) as token from private.bookings b where b.state = 'asked' limit 1
	`;
	return `/speaker/${asked!.token}`;
}

async function telephone(browser: Browser) {
	const context = await browser.newContext({
		baseURL: address,
		viewport: { width: 360, height: 740 },
		deviceScaleFactor: 2,
		locale: 'nl-NL',
		reducedMotion: 'reduce'
	});
	return context.newPage();
}

async function signIn(page: Page, email: string) {
	await page.goto('/sign-in');
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByRole('button', { name: 'Stuur mij een code' }).click();
	await page.getByLabel('Code van zes cijfers').fill(await latestCode(running().mailbox, email));
	await page.getByLabel('Ja, onthoud mij').check();
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await page.waitForURL('/today');
}

async function hrefOf(page: Page, path: string, link: string) {
	await page.goto(path);
	return (await page.getByRole('link', { name: link }).first().getAttribute('href'))!;
}

async function take(page: Page, path: string, name: string, printed = false) {
	await page.goto(path, { waitUntil: 'networkidle' });
	// An open conversation begins at its end.
	await page.evaluate(() => window.scrollTo(0, 0));
	// As WebP, which Playwright itself does not make: a PNG of the paving is five times as large.
	const devtools = await page.context().newCDPSession(page);
	if (printed) await devtools.send('Emulation.setEmulatedMedia', { media: 'print' });
	const clip = { x: 0, y: 0, ...page.viewportSize()!, scale: printed ? 0.5 : 1 };
	const picture = { format: 'webp', quality: 80, clip } as const;
	const { data } = await devtools.send('Page.captureScreenshot', picture);
	const bytes = Buffer.from(data, 'base64');
	writeFileSync(join(folder, `${name}.webp`), bytes);
	console.log(`docs/screenshots/${name}.webp ${Math.round(bytes.length / 1000)} kB`);
	if (bytes.length > LARGEST) process.exitCode = 1;
}
