import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { calendarFile } from './file.server';
import type { Entry } from './shapes.server';

const HOST = 'buurtplein.example';

const entryOf = (change: Partial<Entry> = {}): Entry => ({
	uid: 'f'.repeat(32),
	sequence: 0,
	changedAt: '2026-11-25T12:00:00+00:00',
	startsAt: '2026-12-02T13:00:00+00:00',
	endsAt: '2026-12-02T14:30:00+00:00',
	timeZone: 'Europe/Amsterdam',
	cancelled: false,
	group: null,
	...change
});
const at = (startsAt: string, minutes = 90): Partial<Entry> => ({
	startsAt,
	endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString()
});

/** Reads a file as a calendar does, with the zones that the file itself brings and no other. */
function read(file: string) {
	const calendar = ICAL.Component.fromString(file);
	for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
	return calendar.getAllSubcomponents('vevent').map((event) => {
		const { uid, sequence, summary, location, description, startDate, endDate } = new ICAL.Event(
			event
		);
		return {
			uid,
			sequence,
			summary,
			location,
			description,
			status: event.getFirstPropertyValue('status'),
			starts: startDate.toJSDate().toISOString(),
			ends: endDate.toJSDate().toISOString(),
			local: startDate.toString(),
			stamp: String(event.getFirstPropertyValue('dtstamp'))
		};
	});
}
afterEach(() => ICAL.TimezoneService.reset());

test('a neighbour’s entry says neither what nor where', () => {
	const file = calendarFile([entryOf()], HOST, 'nl');
	expect(read(file)).toEqual([
		{
			uid: `${'f'.repeat(32)}@${HOST}`,
			sequence: 0,
			summary: 'Buurtplein',
			location: null,
			description: 'Kijk in Buurtplein.',
			status: 'CONFIRMED',
			starts: '2026-12-02T13:00:00.000Z',
			ends: '2026-12-02T14:30:00.000Z',
			local: '2026-12-02T14:00:00',
			stamp: '2026-11-25T12:00:00Z'
		}
	]);
	expect(file).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
	expect(calendarFile([entryOf()], HOST, 'nl'), 'the same again').toBe(file);
});

test('a facilitator’s has name and place, whatever is in them', () => {
	const group = {
		name: 'Koffie; thee, \\n "en" zo: BEGIN:VEVENT 🌷'.repeat(3),
		placeName: 'Zaal 1, hal',
		speaker: 'Fatma'
	};
	const [entry] = read(calendarFile([entryOf({ group })], HOST, 'nl'));
	expect(entry).toMatchObject({
		summary: group.name,
		location: group.placeName,
		description: 'Spreker: Fatma. Kijk in Buurtplein.'
	});
});

describe.each([
	['summer begins', '2027-03-26T13:00:00Z', '2027-04-02T12:00:00Z'],
	['winter begins', '2026-10-23T12:00:00Z', '2026-10-30T13:00:00Z']
])('when %s', (_, before, after) => {
	test('two weeks at the same hour of the clock are at the same hour', () => {
		const entries = read(calendarFile([entryOf(at(before)), entryOf(at(after))], HOST, 'nl'));
		expect(entries.map(({ local }) => local.slice(11))).toEqual(['14:00:00', '14:00:00']);
		expect(entries.map(({ starts }) => Date.parse(starts))).toEqual(
			[before, after].map(Date.parse)
		);
	});

	test('a week that moves to the other side of it, and then is off, is the same entry', () => {
		const [first] = read(calendarFile([entryOf(at(before))], HOST, 'nl'));
		const [moved] = read(calendarFile([entryOf({ ...at(after), sequence: 1 })], HOST, 'nl'));
		const [off] = read(
			calendarFile([entryOf({ ...at(after), sequence: 2, cancelled: true })], HOST, 'nl')
		);
		expect(moved).toMatchObject({ uid: first!.uid, sequence: 1, status: 'CONFIRMED' });
		expect(Date.parse(moved!.starts)).toBe(Date.parse(after));
		expect(off).toMatchObject({ uid: first!.uid, sequence: 2, status: 'CANCELLED' });
	});
});

test.each([
	'Europe/Amsterdam',
	'Atlantic/Azores',
	'America/New_York',
	'Asia/Kathmandu',
	'America/Paramaribo'
])('every moment of two years in %s is read as it was meant', (timeZone) => {
	const begin = Date.parse('2026-01-01T00:00:00Z');
	fc.assert(
		fc.property(
			fc.oneof(
				fc.integer({ min: 0, max: 2 * 366 * 96 }),
				// The clock changes in few hours of a year, and there it goes wrong.
				...changesOf(timeZone, begin).map((quarter) =>
					fc.integer({ min: quarter - 12, max: quarter + 108 })
				)
			),
			fc.constantFrom(60, 90, 120),
			(quarters, minutes) => {
				const startsAt = new Date(begin + quarters * 900_000).toISOString();
				const [entry] = read(
					calendarFile([entryOf({ ...at(startsAt, minutes), timeZone })], HOST, 'nl')
				);
				// The hour that the clock shows twice is the first of the two: no group meets at night.
				fc.pre(
					!isShownTwice(startsAt, timeZone) &&
						!isShownTwice(at(startsAt, minutes).endsAt!, timeZone)
				);
				expect(entry!.starts).toBe(startsAt);
				expect(Date.parse(entry!.ends) - Date.parse(entry!.starts)).toBe(minutes * 60_000);
			}
		),
		{ numRuns: 400 }
	);
});

/** Roughly when, in quarters of an hour since then, the clock changes in two years. */
function changesOf(timeZone: string, begin: number) {
	const hourAt = (quarter: number) =>
		new Date(begin + quarter * 900_000).toLocaleTimeString('nl', { timeZone });
	return Array.from({ length: 2 * 365 }, (_, day) => day * 96).filter(
		(quarter) => hourAt(quarter) !== hourAt(quarter + 96)
	);
}

/** Whether the clock shows this hour twice, as in the night on which winter begins. */
function isShownTwice(moment: string, timeZone: string) {
	const shown = (shift: number) =>
		new Date(Date.parse(moment) + shift * 3_600_000).toLocaleString('nl', { timeZone });
	return shown(0) === shown(1) || shown(0) === shown(-1);
}
