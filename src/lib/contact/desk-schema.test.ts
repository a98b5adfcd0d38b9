import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
	daysAway,
	deskAnswer,
	notNow,
	service,
	SERVICE_ASK_MAX,
	SERVICE_HOURS_MAX,
	SERVICE_NAME_MAX,
	toldNuisance,
	weekHours
} from './desk-schema';

const id = '5f0c7b1e-3d83-4d7e-9d0a-2f6f0a1b2c3d';
const messages = (result: { error?: { issues: { path: PropertyKey[] }[] } }) =>
	result.error?.issues.map(({ path }) => path[0]) ?? [];

test('a week is the days with a beginning and a later end', () => {
	const week = { opens1: '09:00', closes1: '17:00', opens2: '', closes2: '', opens7: '' };
	expect(weekHours.parse(week)).toEqual([{ weekday: 1, opensAt: '09:00', closesAt: '17:00' }]);
	expect(weekHours.parse({})).toEqual([]);
});

test.each([
	{ opens3: '09:00', closes3: '09:00' },
	{ opens3: '17:00', closes3: '09:00' },
	{ opens3: '09:00', closes3: '' },
	{ opens3: '', closes3: '17:00' },
	{ opens3: '9 uur', closes3: '17:00' },
	{ opens3: ['09:00', '10:00'], closes3: '17:00' }
])('%o is no day, and says so at that day', (week) => {
	expect(messages(weekHours.safeParse({ ...week, opens1: '09:00', closes1: '17:00' }))).toEqual([
		'opens3'
	]);
});

test('one day away needs no last day; a last day never comes first', () => {
	const first = { id, day: '2026-12-21' };
	expect(daysAway.parse({ ...first, until: '' })).toEqual({
		id,
		firstOn: '2026-12-21',
		lastOn: '2026-12-21'
	});
	expect(messages(daysAway.safeParse({ ...first, until: '2026-12-20' }))).toEqual(['until']);
	expect(messages(daysAway.safeParse({ ...first, until: '21 december' }))).toEqual(['until']);
	for (const day of ['', '2026-02-30', '0000-01-01'])
		expect(messages(daysAway.safeParse({ id, day, until: '2026-12-20' })), day).toContain('day');
});

test('the rest of the day has no number of minutes, being back has none left', () => {
	const minutes = ['hour', 'hours', 'rest', 'none'].map((span) => notNow.parse({ span }).minutes);
	expect(minutes).toEqual([60, 180, null, 0]);
});

test('only what is agreed on has a day and an hour', () => {
	const moment = { date: '2026-12-21', time: '14:00' };
	expect(deskAnswer.parse({ state: 'planned', ...moment })).toEqual({
		state: 'planned',
		line: null,
		at: moment
	});
	expect(deskAnswer.parse({ state: 'closed', words: ' Dag. ', ...moment })).toEqual({
		state: 'closed',
		line: 'Dag.',
		at: null
	});
	expect(messages(deskAnswer.safeParse({ state: 'planned' }))).toEqual(['date', 'time']);
	expect(messages(deskAnswer.safeParse({ state: 'waiting' }))).toEqual(['state']);
	expect(messages(deskAnswer.safeParse({ state: 'today', words: 'x'.repeat(281) }))).toEqual([
		'words'
	]);
});

test('when it suits to be called goes with a number alone', () => {
	const told = {
		id,
		nuisance: 'noise',
		nuisanceWhen: 'night',
		severity: '2',
		talk: 'with_me',
		words: ''
	};
	expect(toldNuisance.parse({ ...told, telephone: '', callTime: 'morning' })).toMatchObject({
		telephone: null,
		callTime: null,
		severity: 2,
		words: null
	});
	expect(toldNuisance.parse({ ...told, telephone: '06 - 10 20 30 40' })).toMatchObject({
		telephone: '06 - 10 20 30 40',
		callTime: 'any_time'
	});
});

const some = { id, kind: 'police', name: 'Wijkagent', words: 'Vraag om raad.', telephone: '' };

test.each([
	['', null],
	['www.linde.nl', 'https://www.linde.nl'],
	['http://linde.nl/a?b=c', 'https://linde.nl/a?b=c'],
	['HTTPS://linde.nl', 'https://linde.nl']
])('the website %j is kept as %j', (website, kept) => {
	expect(service.parse({ ...some, website, hours: '' }).website).toBe(kept);
});

test.each(['javascript:alert(1)', 'linde', 'linde nl.nl', 'x.nl/"><b>', `x.nl/${'a'.repeat(200)}`])(
	'the website %j is refused',
	(website) => {
		expect(messages(service.safeParse({ ...some, website, hours: '' }))).toEqual(['website']);
	}
);

test('the limits of who does what are those of the database', () => {
	const sql = readFileSync('supabase/migrations/20261124100200_contact.sql', 'utf8');
	const table = /create table public\.local_services \(([^;]*)\);/.exec(sql)![1]!;
	for (const [column, max] of [
		['name', SERVICE_NAME_MAX],
		['ask', SERVICE_ASK_MAX],
		['hours', SERVICE_HOURS_MAX]
	] as const)
		expect(table, column).toContain(`char_length(${column}) between 1 and ${max}`);
	expect(table).toContain('char_length(website) <= 200');
	const long = (n: number) => 'é'.repeat(n);
	const full = { name: long(60), words: long(200), hours: long(100), website: '' };
	expect(service.safeParse({ ...some, ...full }).success).toBe(true);
	expect(
		messages(
			service.safeParse({
				...some,
				name: long(61),
				words: long(201),
				hours: long(101),
				website: ''
			})
		)
	).toEqual(['name', 'words', 'hours']);
});
