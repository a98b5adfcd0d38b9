import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
	chosenLikes,
	groupChairs,
	groupDetails,
	groupMoment,
	groupName,
	groupPause,
	groupPlace,
	meetupCancel,
	meetupMove,
	newGroup,
	newHost,
	offeredGroup,
	saidMoments
} from './schema';

const accepts = (schema: z.ZodType, input: unknown) => schema.safeParse(input).success;
const fieldsRefused = (schema: z.ZodType, input: unknown) =>
	schema.safeParse(input).error?.issues.map(({ path }) => path[0]);

describe('text', () => {
	test.each([
		['name', groupName, 40, 2],
		['placeName', groupPlace, 60, 2],
		['address', groupPlace, 120, 2],
		['reason', meetupCancel, 200, 1]
	] as const)('%s has the length that the database allows', (field, schema, max, min) => {
		const withText = (text: string) => ({ placeName: 'De Linde', [field]: text });
		// One character to PostgreSQL, two to JavaScript.
		expect(accepts(schema, withText('🌳'.repeat(max)))).toBe(true);
		expect(fieldsRefused(schema, withText('🌳'.repeat(max + 1)))).toEqual([field]);
		expect(accepts(schema, withText('🌳'.repeat(min)))).toBe(true);
		if (min > 1) expect(fieldsRefused(schema, withText('a'))).toEqual([field]);
	});

	test('the limits are those of the migrations', () => {
		const sql = readdirSync('supabase/migrations')
			.map((name) => readFileSync(`supabase/migrations/${name}`, 'utf8'))
			.join();
		for (const limit of [
			'char_length(name) between 2 and 40',
			'char_length(place_name) between 2 and 60',
			'char_length(address) between 2 and 120',
			'char_length(likes_words) between 1 and 80',
			'char_length(reason) between 1 and 200',
			'capacity between 3 and 8'
		]) {
			expect(sql).toContain(limit);
		}
	});

	test.each(['', '   ', '\n\t', '\u200f\u202e'])('%j says nothing', (text) => {
		expect(fieldsRefused(groupName, { name: text })).toEqual(['name']);
		expect(fieldsRefused(groupPlace, { placeName: text, address: text })).toEqual(['placeName']);
		expect(fieldsRefused(meetupCancel, { reason: text })).toEqual(['reason']);
		expect(groupPlace.parse({ placeName: 'De Linde', address: text }).address).toBeNull();
	});

	test('right-to-left letters and HTML stay what they are; a turn of direction goes', () => {
		expect(groupName.parse({ name: ' قهوة\u202e  <b>&amp;</b> ' }).name).toBe('قهوة <b>&amp;</b>');
	});

	test('8 MB are refused, soon', () => {
		const started = performance.now();
		expect(fieldsRefused(groupName, { name: 'é'.repeat(8_000_000) })).toEqual(['name']);
		expect(performance.now() - started).toBeLessThan(5_000);
	});
});

describe('choices', () => {
	const moment = { weekday: '2', startsAt: '19:30', durationMinutes: '90' };

	test('a moment is a day, a quarter of an hour and a length', () => {
		expect(groupMoment.parse(moment)).toEqual({ ...moment, weekday: 2, durationMinutes: 90 });
		for (const [field, values] of Object.entries({
			weekday: ['', '0', '8', '2.0', 'dinsdag'],
			startsAt: ['', '06:45', '19:31', '22:15', '7:00'],
			durationMinutes: ['', '0', '45', '240']
		})) {
			for (const value of values) {
				expect(fieldsRefused(groupMoment, { ...moment, [field]: value })).toEqual([field]);
			}
			expect(fieldsRefused(groupMoment, { ...moment, [field]: undefined })).toEqual([field]);
		}
	});

	test('three to eight chairs', () => {
		const refused = ['', '2', '9', '-3', '3.5', ' 4'].filter(
			(capacity) => !accepts(groupChairs, { capacity })
		);
		expect(refused).toHaveLength(6);
		expect(groupChairs.parse({ capacity: '3' })).toEqual({ capacity: 3 });
		expect(groupChairs.parse({ capacity: '8' })).toEqual({ capacity: 8 });
	});

	test('likes may be none, one or more; each counts once', () => {
		expect(chosenLikes.parse({})).toEqual({ likes: [], likesWords: null });
		expect(chosenLikes.parse({ likes: 'game' }).likes).toEqual(['game']);
		expect(chosenLikes.parse({ likes: ['game', 'walk', 'game'] }).likes).toEqual(['walk', 'game']);
		expect(fieldsRefused(chosenLikes, { likes: ['game', 'fight'] })).toEqual(['likes']);
	});

	test('something else says what', () => {
		expect(fieldsRefused(chosenLikes, { likes: 'other', likesWords: ' ' })).toEqual(['likesWords']);
		expect(accepts(chosenLikes, { likes: 'other', likesWords: 'zingen' })).toBe(true);
		expect(chosenLikes.parse({ likes: 'walk', likesWords: 'zingen' }).likes).toEqual([
			'walk',
			'other'
		]);
		const details = { name: 'Koffie', placeName: 'De Linde', likes: 'other' };
		expect(fieldsRefused(groupDetails, details)).toEqual(['likesWords']);
	});

	test('what was kept on the way is read back as it was', () => {
		const group = newGroup.parse({
			...moment,
			name: 'Koffie',
			placeName: 'De Linde',
			likes: ['walk', 'coffee'],
			capacity: '8'
		});
		expect(newGroup.parse(JSON.parse(JSON.stringify(group)))).toEqual(group);
	});
});

describe('days', () => {
	test.each(['', '24-11-2026', '2026-02-30', '0000-01-01', '2026-11-24T10:00'])(
		'%j is not a day',
		(date) => {
			expect(fieldsRefused(groupPause, { until: date })?.[0]).toBe('until');
			const move = { date, startsAt: '10:00', reason: 'De zaal is bezet.' };
			expect(fieldsRefused(meetupMove, move)?.[0]).toBe('date');
		}
	);

	test('a day, a time and a reason move a meetup', () => {
		const move = { date: '2028-02-29', startsAt: '10:00', reason: 'De zaal is bezet.' };
		expect(meetupMove.parse(move)).toEqual(move);
	});
});

test('the next host is someone', () => {
	expect(fieldsRefused(newHost, {})).toEqual(['residentId']);
	expect(fieldsRefused(newHost, { residentId: 'piet' })).toEqual(['residentId']);
});

test('moments are said by day, and none is an answer too', () => {
	expect(saidMoments.parse({ day2: 'morning', day5: ['morning', 'evening'] })).toEqual([
		'2-morning',
		'5-morning',
		'5-evening'
	]);
	expect(saidMoments.parse({})).toEqual([]);
	expect(fieldsRefused(saidMoments, { day3: ['night'] })).toEqual(['day3']);
});

test('a second group has a chair for one to eight', () => {
	const group = {
		id: crypto.randomUUID(),
		name: 'Taart',
		weekday: '2',
		startsAt: '10:00',
		durationMinutes: '90',
		placeName: 'De Linde'
	};
	const people = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
	expect(fieldsRefused(offeredGroup, group)).toEqual(['people']);
	expect(accepts(offeredGroup, { ...group, people: people(1)[0] })).toBe(true);
	expect(accepts(offeredGroup, { ...group, people: people(8) })).toBe(true);
	expect(fieldsRefused(offeredGroup, { ...group, people: people(9) })).toEqual(['people']);
});
