import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Playwright's own Chromium where it is there, else the system's. */
export function openBrowser() {
	const own = existsSync(chromium.executablePath());
	return chromium.launch({
		executablePath: own ? undefined : '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update']
	});
}
