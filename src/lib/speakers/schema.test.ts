import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { speakerLanguages, speakerTopics } from './kinds';
import {
	bankFilter,
	bankSkip,
	cost,
	MOST_EUROS,
	NAME_MAX,
	NEEDS_MAX,
	NOTES_MAX,
	OWN_TOPIC_MAX,
	speakerAway,
	speakerForm
} from './schema';

const id = '5f0c7b1e-3d83-4d7e-9d0a-2f6f0a1b2c3d';
const typed = {
	id,
	name: ' Samira  Amrani ',
	organisation: '',
	topics: 'money',
	ownTopic: '',
	languages: ['nl', 'ar'],
	needs: '',
	cost: '',
	email: ' Samira@Example.org',
	telephone: '',
	notes: ''
};
const wrong = (input: object) =>
	speakerForm.safeParse({ ...typed, ...input }).error?.issues.map(({ path }) => path[0]) ?? [];

test('a speaker as typed is the speaker as kept', () => {
	expect(speakerForm.parse({ ...typed, facts: 'stairs', day2: ['morning', 'evening'] })).toEqual({
		id,
		speaker: {
			name: 'Samira Amrani',
			organisation: null,
			ownTopic: null,
			needs: null,
			email: 'samira@example.org',
			telephone: null,
			notes: null,
			costCents: null,
			topics: ['money'],
			languages: ['nl', 'ar'],
			plainLanguage: false,
			stepsFreeNeeded: true,
			freeDays: ['2-morning', '2-evening']
		}
	});
});

test('who tells about something else says what; who says what need not tick it', () => {
	expect(wrong({ topics: [] })).toEqual(['topics']);
	expect(wrong({ topics: ['own'] })).toEqual(['ownTopic']);
	const { speaker } = speakerForm.parse({ ...typed, topics: [], ownTopic: 'Bijen' });
	expect(speaker).toMatchObject({ topics: [], ownTopic: 'Bijen' });
	const ticked = speakerForm.parse({ ...typed, topics: ['own', 'money'], ownTopic: 'Bijen' });
	expect(ticked.speaker).toMatchObject({ topics: ['money'], ownTopic: 'Bijen' });
});

test.each([
	[{ name: ' ' }, 'name'],
	[{ email: 'geen adres' }, 'email'],
	[{ languages: [] }, 'languages'],
	[{ languages: ['xx'] }, 'languages'],
	[{ topics: ['care'] }, 'topics'],
	[{ telephone: 'bel maar' }, 'telephone'],
	[{ cost: 'een tientje' }, 'cost'],
	[{ day2: ['night'] }, 'day2']
])('%o says so at that field', (input, field) => {
	expect(wrong(input)).toEqual([field]);
});

test.each([
	['', null],
	['0', null],
	['25', 2500],
	['€ 25,-', 2500],
	['12,5', 1250],
	['12.50', 1250],
	['19,99', 1999],
	['10000', 1_000_000]
])('%j costs %j cents', (text, cents) => {
	expect(cost.parse(text)).toBe(cents);
});

test.each(['-1', '1e3', '12,505', '10000,01', '1.250,00', 'x'])('%j is no amount', (text) => {
	expect(cost.safeParse(text).success).toBe(false);
});

test('days away end on or after the first, a year later at most', () => {
	expect(speakerAway.parse({ day: '2026-12-21', until: '' })).toEqual({
		firstOn: '2026-12-21',
		lastOn: '2026-12-21'
	});
	for (const until of ['2026-12-20', '2027-12-23', 'morgen'])
		expect(speakerAway.safeParse({ day: '2026-12-21', until }).success, until).toBe(false);
	expect(speakerAway.safeParse({ day: '2026-12-21', until: '2027-12-22' }).success).toBe(true);
	expect(speakerAway.safeParse({ day: '0000-01-01', until: '' }).success).toBe(false);
});

test('a search that makes no sense is as if it was not asked', () => {
	expect(
		bankFilter.parse({ words: 'x'.repeat(81), topic: 'care', date: '2026-02-30', part: 'night' })
	).toEqual({ words: null, topic: null, date: null, part: null, away: null });
	expect(['x', '-1', '1e9', '30'].map((skip) => bankSkip.parse(skip))).toEqual([0, 0, 0, 30]);
});

test('the limits are those of the database', () => {
	const sql = readFileSync('supabase/migrations/20261126100000_speakers.sql', 'utf8');
	const table = /create table public\.speakers \(([^;]*)\);/.exec(sql)![1]!;
	for (const [column, max] of [
		['name', NAME_MAX],
		['organisation', NAME_MAX],
		['own_topic', OWN_TOPIC_MAX],
		['needs', NEEDS_MAX],
		['notes', NOTES_MAX]
	] as const)
		expect(table, column).toContain(`char_length(${column}) between 1 and ${max}`);
	expect(table).toContain(`cost_cents between 1 and ${MOST_EUROS * 100}`);
	expect(/languages <@ array\[([^\]]*)\]/.exec(table)![1]!.match(/\w+/g)).toEqual([
		...speakerLanguages
	]);
	expect(/speaker_topic as enum \(([^)]*)\)/.exec(sql)![1]!.match(/\w+/g)).toEqual([
		...speakerTopics
	]);
	const long = (n: number) => 'é'.repeat(n);
	const full = { name: long(80), organisation: long(80), ownTopic: long(60), needs: long(300) };
	expect(wrong({ ...full, notes: long(500) })).toEqual([]);
	expect(
		wrong({
			name: long(81),
			organisation: long(81),
			ownTopic: long(61),
			needs: long(301),
			notes: long(501)
		}).sort()
	).toEqual(['name', 'needs', 'notes', 'organisation', 'ownTopic']);
});
