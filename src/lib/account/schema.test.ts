import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages, textSizes, themes } from './appearance';
import { aboutMe, email, emailCode, faces, FIRST_NAME_MAX, firstName, settings } from './schema';

const sql = readFileSync('supabase/migrations/20261121100100_neighbourhoods.sql', 'utf8');
const listed = (column: string) =>
	[
		...(new RegExp(`check \\(${column} in \\(([^)]*)\\)`).exec(sql)?.[1] ?? '').matchAll(/'(\w+)'/g)
	].map((match) => match[1]);

test.each([
	['face', faces],
	['language', languages],
	['text_size', textSizes],
	['theme', themes]
])('%s has the values that the database takes', (column, values) => {
	expect(listed(column)).toEqual([...values]);
});

test('a first name may be as long as the database takes, counted as it counts', () => {
	expect(sql).toContain(`char_length(first_name) between 1 and ${FIRST_NAME_MAX}`);
	expect(firstName.parse('é'.repeat(FIRST_NAME_MAX))).toHaveLength(FIRST_NAME_MAX);
	expect(firstName.safeParse('😀'.repeat(FIRST_NAME_MAX)).success).toBe(true);
	expect(firstName.safeParse('a'.repeat(FIRST_NAME_MAX + 1)).success).toBe(false);
});

test.each([
	['  Jan\t Willem ', 'Jan Willem'],
	['Fatima\r\n', 'Fatima'],
	['\u202eaimtaF', 'aimtaF'],
	['<b>Mo</b>', '<b>Mo</b>'],
	['ليلى', 'ليلى']
])('first name %j becomes %j', (typed, kept) => {
	expect(firstName.parse(typed)).toBe(kept);
});

test.each([[' \u200f\n '], ['']])('first name %j is empty and says so', (typed) => {
	expect(firstName.safeParse(typed).error?.issues[0]?.message).toBe('Vul je voornaam in.');
});

test('spaces in an e-mail address or a code do not matter', () => {
	expect(email.parse(' Naam@Voorbeeld.nl ')).toBe('naam@voorbeeld.nl');
	expect(emailCode.parse('12 34-56')).toBe('123456');
	expect(emailCode.safeParse('12345').success).toBe(false);
});

test('an unknown option gets a sentence of ours', () => {
	const refused = [
		aboutMe.safeParse({ firstName: 'Mo', face: 'photo' }),
		settings.safeParse({ language: 'fr', textSize: 'normal', theme: 'dark' })
	];
	expect(refused.map(({ error }) => error?.issues.map(({ message }) => message))).toEqual([
		['Kies een van de kaarten.'],
		['Kies een van de kaarten.']
	]);
});
