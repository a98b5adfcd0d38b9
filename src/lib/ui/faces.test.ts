import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawnFaces, initials, toneOf, tones } from './faces';

test('every drawn face has its symbol', () => {
	const sprite = readFileSync('static/faces.svg', 'utf8');
	expect([...sprite.matchAll(/symbol id="(\w+)"/g)].map((match) => match[1])).toEqual([
		...drawnFaces
	]);
});

test.each([
	['Fatima', 'F'],
	['jan willem', 'JW'],
	['  Anna van den Berg ', 'AB'],
	['👩‍👧 mama', '👩‍👧M'],
	['محمد', 'م'],
	['', '']
])('initials of %j are %j', (name, letters) => {
	expect(initials(name)).toBe(letters);
});

test('a name keeps its colour, and all colours are in use', () => {
	const names = ['Anna', 'Bram', 'Carla', 'Dirk', 'Els', 'Fatima', 'Gijs', 'Hanna', 'Ibrahim'];
	const more = names.flatMap((name) => [name, `${name}s`, `${name} M`]);
	expect(toneOf(' Anna')).toBe(toneOf('Anna'));
	expect(new Set(more.map(toneOf)).size).toBe(tones);
});
