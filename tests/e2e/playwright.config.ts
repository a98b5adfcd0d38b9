import { defineConfig } from '@playwright/test';
import { address, browserOptions, environment, root } from './support/app.ts';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results/e2e',
	reporter: [['line'], ['json', { outputFile: '../../test-results/e2e.json' }]],
	globalSetup: './support/loosen-limits.ts',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		baseURL: address,
		viewport: { width: 360, height: 740 },
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		trace: 'off',
		launchOptions: browserOptions
	},
	webServer: {
		command: 'node supabase/local/launch.js --fresh',
		cwd: root,
		env: environment,
		url: `${address}/health`,
		timeout: 300_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
		reuseExistingServer: process.env.E2E_REUSE === 'yes'
	}
});
