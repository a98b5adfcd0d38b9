import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { balance, lookBack, sentence, SENTENCE_MAX, theme, until } from './schema';
import { begun, starters } from './starters';

const accepts = (words: string) => sentence.safeParse({ words }).success;

describe('a sentence', () => {
	test('says something: the beginning that stands in the field is not enough', () => {
		for (const starter of Object.values(starters)) {
			expect(accepts(begun(starter))).toBe(false);
			expect(accepts(starter())).toBe(false);
			expect(accepts(`${begun(starter)}zwemmen`)).toBe(true);
		}
		expect(accepts('  ')).toBe(false);
	});

	test('is one line, of as many characters as the database holds', () => {
		expect(sentence.parse({ words: ' Ik wil\r\nzwemmen. ' }).words).toBe('Ik wil zwemmen.');
		expect(accepts('🌷'.repeat(SENTENCE_MAX))).toBe(true);
		expect(accepts('🌷'.repeat(SENTENCE_MAX + 1))).toBe(false);
		const sql = readFileSync('supabase/migrations/20261122100000_plans.sql', 'utf8');
		const limits = [...sql.matchAll(/char_length\(words\) between 1 and (\d+)/g)];
		expect(limits.map(([, most]) => Number(most))).toEqual([
			SENTENCE_MAX,
			SENTENCE_MAX,
			SENTENCE_MAX
		]);
	});
});

test('a day of one’s own is asked for only when it is chosen', () => {
	expect(until.safeParse({ weeks: '4', day: '' }).success).toBe(true);
	expect(until.safeParse({ weeks: 'own', day: '' }).success).toBe(false);
	expect(until.safeParse({ weeks: 'own', day: '2026-02-30' }).success).toBe(false);
	expect(until.safeParse({ weeks: 'own', day: '2026-12-01' }).success).toBe(true);
	expect(until.safeParse({ day: '2026-12-01' }).success).toBe(false);
});

test('no theme is a choice too, and words beside a face may stay empty', () => {
	expect(theme.parse({ theme: 'none' })).toEqual({ theme: null });
	expect(theme.safeParse({}).success).toBe(false);
	expect(lookBack.parse({ feeling: '2', words: ' ' })).toEqual({ feeling: 2, words: null });
	expect(balance.parse({ level: '-2' })).toEqual({ level: -2, words: null });
	expect(balance.safeParse({ level: '3', words: '' }).success).toBe(false);
});
