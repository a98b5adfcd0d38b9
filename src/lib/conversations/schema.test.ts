import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { message, MESSAGE_MAX, REPORT_MAX, reasons } from './schema';

const migration = readFileSync('supabase/migrations/20261123100100_conversations.sql', 'utf8');
const id = 'a3f1c9e0-6b1d-4c53-9d0e-0d5f3b2a1c44';
const kept = (words: string) => message.safeParse({ id, words }).data?.words;

test('a message and a report are as long as the database takes them', () => {
	expect(migration).toContain(`char_length(body) between 1 and ${MESSAGE_MAX}`);
	expect(migration).toContain(`char_length(words) between 1 and ${REPORT_MAX}`);
	expect(migration).toContain(
		`report_reason as enum (${reasons.map((reason) => `'${reason}'`).join(', ')})`
	);
	expect(kept('🌷'.repeat(MESSAGE_MAX))).toHaveLength(2 * MESSAGE_MAX);
	expect(kept('🌷'.repeat(MESSAGE_MAX + 1))).toBeUndefined();
});

test.each([
	['  Hoi,\r\n\r\ntot zo  \n', 'Hoi,\n\ntot zo'],
	['a\tb\u0007c\u0000', 'a bc'],
	['\u202elinde\u202c', 'linde'],
	['ليلى 👩🏽‍🌾', 'ليلى 👩🏽‍🌾'],
	['<b>vet</b>  &amp;', '<b>vet</b>  &amp;'],
	['e\u0301', '\u00e9']
])('%j is kept as %j', (typed, words) => {
	expect(kept(typed)).toBe(words);
});

test.each(['', ' \n\t ', '\u200e\u0007', '\u00a0'])('%j says nothing', (typed) => {
	expect(kept(typed)).toBeUndefined();
});
