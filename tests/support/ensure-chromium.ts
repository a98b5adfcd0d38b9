import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findDebianChromium } from '../e2e/support/app.ts';

// Playwright's own Chromium where it can be downloaded, else Debian's: tests/e2e takes either.
const isThere = () => existsSync(chromium.executablePath()) || findDebianChromium() !== undefined;
const install = ['apt-get', 'install', '-qq', '--yes', '--no-install-recommends'];
const attempts = [
	['playwright', 'install', 'chromium'],
	['apt-get', 'update', '-qq'],
	[...install, 'chromium-headless-shell', 'fonts-liberation'],
	[...install, 'chromium', 'fonts-liberation']
];

for (const [command = '', ...args] of isThere() ? [] : attempts) {
	const { stdout, stderr } = spawnSync(command, args, {
		encoding: 'utf8',
		timeout: 300_000,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	console.log(`${[command, ...args].join(' ')}\n${stdout ?? ''}${stderr ?? ''}`);
	if (isThere()) break;
}
// Playwright's download lacks the system's libraries on a machine that never had a browser.
if (existsSync(chromium.executablePath()) && process.getuid?.() === 0) {
	try {
		await (await chromium.launch()).close();
	} catch {
		spawnSync('playwright', ['install-deps', 'chromium'], { stdio: 'inherit' });
	}
}
if (!isThere()) {
	console.error('There is no Chromium. Run: npx playwright install --with-deps chromium');
	process.exit(1);
}
