import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fleeting, typedFields, typedIn } from './typed';
import { formPlaces } from './unsent';

const read = (pattern: string) =>
	globSync(pattern).map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test('every field of a members’ form in which one types is shown again, and nothing else', () => {
	const pages = [
		...read('src/routes/(member)/**/*.svelte'),
		...read('src/routes/(desk)/**/*.svelte'),
		...read('src/lib/groups/*.svelte'),
		...read('src/lib/help/*.svelte'),
		...read('src/lib/organisation/*.svelte')
	];
	const names = pages.flatMap(({ text }) =>
		[...text.matchAll(/<Field\s[^>]*?\sname="(\w+)"/g)].map((match) => match[1]!)
	);
	expect([...new Set(names)].sort()).toEqual([...Object.keys(typedFields), ...fleeting].sort());
});

test('ids and choices are not among what was typed, and a date is in words', () => {
	const values = {
		residentId: '5f0c7b1e-3d83-4d7e-9d0a-2f6f0a1b2c3d',
		activity: ['walk', 'other'],
		words: ' samen soep <koken> ',
		address: '',
		date: '2026-11-24'
	};
	expect(typedIn(values)).toEqual([
		{ label: 'Je woorden', text: 'samen soep <koken>' },
		{ label: 'Dag', text: 'dinsdag 24 november' }
	]);
	expect(typedIn({ date: 'morgen' })).toEqual([{ label: 'Dag', text: 'morgen' }]);
});

test('a form may wait only for the places where members’ forms go', () => {
	const withForms = [
		...read('src/routes/(member)/**/+page.server.ts'),
		...read('src/routes/(desk)/**/+page.server.ts')
	].filter(({ text }) => text.includes('export const actions'));
	const places = withForms.map(({ file }) => file.split('/')[3]!);
	expect([...new Set(places)].filter((place) => place !== 'unsent').sort()).toEqual([
		...formPlaces
	]);
});
