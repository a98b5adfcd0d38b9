import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { categories, kinds, moments } from './kinds';
import { audienceAnswer, boardFilter, HELP_WORDS_MAX, momentAnswer, wordsAnswer } from './schema';

const sql = readFileSync('supabase/migrations/20261123100000_help.sql', 'utf8');
const moment = (values: Record<string, string>) => momentAnswer.safeParse(values);

test('kinds, cards and moments are those of the database, and so is the length', () => {
	for (const [name, values] of Object.entries({ kind: kinds, moment: moments })) {
		const listed = values.map((value) => `'${value}'`).join(', ');
		expect(sql).toContain(`create type public.help_${name} as enum (${listed})`);
	}
	const cards = /help_category as enum \(([^)]*)\)/.exec(sql)?.[1];
	expect(cards?.match(/\w+/g)).toEqual([...categories]);
	expect(sql).toContain(`char_length(words) between 1 and ${HELP_WORDS_MAX}`);
});

test.each(['', '  ', 'Ik zoek iemand die ', 'ik kan...', 'Wie kan mij …'])(
	'%j says nothing yet',
	(words) => {
		expect(wordsAnswer.safeParse({ words }).success).toBe(false);
	}
);

test('what was written stays as it is, on one line', () => {
	expect(wordsAnswer.parse({ words: ' Ik kan\r\nkoken <b>🥕 ' })).toEqual({
		words: 'Ik kan koken <b>🥕'
	});
	expect(wordsAnswer.safeParse({ words: '🥕'.repeat(HELP_WORDS_MAX) }).success).toBe(true);
	expect(wordsAnswer.safeParse({ words: '🥕'.repeat(HELP_WORDS_MAX + 1) }).success).toBe(false);
});

test('of a moment only what belongs to it is kept', () => {
	const all = { date: '2026-12-01', weekday: '2', time: '14:00' };
	const none = { onDate: null, weekday: null, atTime: null };
	expect(moment({ moment: 'any_time', ...all }).data).toEqual({ moment: 'any_time', ...none });
	expect(moment({ moment: 'once', ...all }).data).toEqual({
		...none,
		moment: 'once',
		onDate: '2026-12-01',
		atTime: '14:00'
	});
	expect(moment({ moment: 'weekly', ...all }).data).toEqual({
		...none,
		moment: 'weekly',
		weekday: 2,
		atTime: '14:00'
	});
});

test.each([
	[{}, ['moment']],
	[{ moment: 'once' }, ['date', 'time']],
	[{ moment: 'once', date: '0000-01-01', time: '14:00' }, ['date']],
	[{ moment: 'once', date: '2026-02-30', time: '14:00' }, ['date']],
	[{ moment: 'weekly', weekday: '8', time: '25:00' }, ['weekday', 'time']]
])('%j asks again for %j', (values, fields) => {
	expect(moment(values).error?.issues.map(({ path }) => path[0])).toEqual(fields);
});

test('everybody in the neighbourhood, or one group', () => {
	const id = '5f0c7b1e-3d83-4d7e-9d0a-2f6f0a1b2c3d';
	expect(audienceAnswer.parse({ audience: 'neighbourhood' })).toEqual({
		audience: 'neighbourhood',
		groupId: null
	});
	expect(audienceAnswer.parse({ audience: id })).toEqual({ audience: 'group', groupId: id });
	expect(audienceAnswer.safeParse({ audience: '' }).success).toBe(false);
});

test('what makes no sense is not searched for', () => {
	expect(boardFilter.parse({ kind: '', category: 'gold', weekday: '', group: 'mine' })).toEqual({});
	expect(boardFilter.parse({ kind: 'offer', weekday: '7' })).toEqual({ kind: 'offer', weekday: 7 });
});
