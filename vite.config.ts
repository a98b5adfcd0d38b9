import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/i18n/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			cookieName: 'language'
		}),
		sveltekit(),
		{
			// An app without pages that run in the browser publishes what is in `assets` alone; a script
			// that a page brings itself has to be there too (sveltejs/kit#16929).
			name: 'scripts-among-assets',
			config: () => ({
				worker: {
					rollupOptions: { output: { entryFileNames: '_app/immutable/assets/[name]-[hash].js' } }
				}
			})
		}
	],
	test: {
		include: ['src/**/*.test.ts', 'tests/{privacy,properties,races,support}/**/*.test.ts'],
		globalSetup: './tests/support/test-server.ts',
		// Paraglide keeps its project open after it compiled.
		teardownTimeout: 2000,
		// Most ask a real database or backend, on machines that do more at once.
		testTimeout: 60_000,
		expect: { requireAssertions: true }
	}
});
