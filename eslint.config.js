import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'**/.svelte-kit/',
			'build/',
			'.data/',
			'node_modules/',
			'src/lib/paraglide/',
			'src/lib/server/database.types.ts'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'svelte/no-at-html-tags': 'error',
			// There is no base path, and links come into components as properties.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// With types a component costs seconds, and what runs in one is made before: promises live in modules.
		files: ['**/*.svelte'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		files: ['**/*.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': [
				'error',
				{ checksVoidReturn: { arguments: false } }
			],
			'@typescript-eslint/await-thenable': 'error'
		}
	},
	{ rules: { '@typescript-eslint/no-explicit-any': 'error' } }
);
