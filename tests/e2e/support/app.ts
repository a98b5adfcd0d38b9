import { chromium } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');
export const dataDirectory = '.data/e2e';
/** Four in a row, elsewhere where others test on the same machine. */
const first = Number(process.env.E2E_PORT ?? 3950);
export const ports = { app: first, backend: first + 1, mailbox: first + 2, smtp: first + 3 };
export const address = `http://localhost:${ports.app}`;

/** What the launcher needs to start an app of its own for these tests. */
export const environment = {
	PORT: String(ports.app),
	BACKEND_PORT: String(ports.backend),
	MAILBOX_PORT: String(ports.mailbox),
	MAILBOX_SMTP_PORT: String(ports.smtp),
	DATA_DIR: dataDirectory
};

type Running = { url: string; publishableKey: string; databaseUrl: string; mailbox: string };

/** Where the started backend is, as the launcher writes it down. */
export const running = () =>
	JSON.parse(readFileSync(join(root, dataDirectory, 'running.json'), 'utf8')) as Running;

/** Debian's Chromium; the one without a window does the same work in half the time. */
export const findDebianChromium = () =>
	['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));
const hasOwn = existsSync(chromium.executablePath());

/** Playwright's own Chromium, or Debian's, which should leave the network alone. */
export const browserOptions = hasOwn
	? {}
	: {
			executablePath: findDebianChromium(),
			args: ['--disable-gpu', '--disable-quic', '--disable-sync', '--disable-component-update']
		};
