import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = import.meta.dirname;
const files = readdirSync(join(folder, 'nl'));
const read = (locale: string, file: string): Record<string, string> =>
	JSON.parse(readFileSync(join(folder, locale, file), 'utf8'));

const nl = Object.assign({}, ...files.map((file) => read('nl', file))) as Record<string, string>;
const en = Object.assign({}, ...files.map((file) => read('en', file))) as Record<string, string>;
/** The pages of support workers and of who assigns them. */
const toStaff = read('nl', 'care.json');
const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const sentences = (text: string) => text.split(/(?<=[.?])\s+/);
const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;

const NEVER = [
	/\bcli[eë]nt/i,
	/pati[eë]nt/i,
	/kwetsba/i,
	/doelgroep/i,
	/facilitator/i,
	/faciliter/i,
	/hulpvraag/i,
	/dashboard/i,
	/push-?notificatie/i,
	/\boffline\b/i,
	/account verwijderen/i,
	/indicatie/i,
	/\btraject\b/i,
	/participe/i,
	/\bmatch\b/i,
	/rsvp/i,
	/\bteam\b/i,
	/!/,
	/%/
];

describe('the message catalogue', () => {
	test('has the same files, keys and blanks in every language', () => {
		expect(readdirSync(join(folder, 'en'))).toEqual(files);
		expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort());
		for (const key of Object.keys(nl))
			expect([key, places(en[key]!)]).toEqual([key, places(nl[key]!)]);
	});

	test('is read whole: every file is in the project settings', () => {
		const settings = readFileSync(join(folder, 'project.inlang/settings.json'), 'utf8');
		for (const file of files) expect(settings).toContain(`{locale}/${file}"`);
	});

	test('keeps Dutch sentences to fifteen words', () => {
		const long = Object.entries(nl).flatMap(([key, text]) =>
			sentences(text)
				.filter((sentence) => words(sentence) > 15)
				.map((sentence) => `${key}: ${sentence}`)
		);
		expect(long).toEqual([]);
	});

	test.each(NEVER.map(String))('never says %s', (pattern) => {
		const never = NEVER.find((known) => String(known) === pattern)!;
		const said = Object.entries(nl).filter(([, text]) => never.test(text));
		expect(said.filter(([key]) => !(never === NEVER[0] && key in toStaff))).toEqual([]);
	});

	test('speaks of clients to who works with them only: no page of a resident shows those texts', () => {
		const pages = globSync('src/**/*.{ts,svelte}', {
			exclude: ['src/lib/paraglide/**', 'src/routes/(desk)/**', 'src/lib/care/**']
		});
		const client = Object.keys(toStaff).filter((key) => NEVER[0]!.test(toStaff[key]!));
		const found = pages.filter((file) => {
			const source = readFileSync(file, 'utf8');
			return client.some((key) => new RegExp(`\\bm\\.${key}\\b`).test(source));
		});
		expect(client.length).toBeGreaterThan(0);
		expect(found).toEqual([]);
	});

	test('has no text that no page uses', () => {
		const source = globSync('src/**/*.{ts,svelte}', { exclude: ['src/lib/paraglide/**'] })
			.map((file) => readFileSync(file, 'utf8'))
			.join('\n');
		const unused = Object.keys(nl).filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(source));
		expect(unused).toEqual([]);
	});
});
