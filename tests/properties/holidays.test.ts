import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	dutchHolidays,
	holidaysMigration,
	readHolidaysMigration
} from '../../supabase/local/holidays.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase('holidays');
});
afterAll(() => database.close());

const daysOf = (year: number) => dutchHolidays(year).map(({ on }) => on.slice(5));
const on = (year: number, name: string) =>
	dutchHolidays(year).find((holiday) => holiday.name === name)?.on;

test('the migration is what the library says', () => {
	expect(readHolidaysMigration()).toBe(holidaysMigration());
});

test('the database has these days and no other, for twenty-five years', async () => {
	const rows = await database.sql<{ day: string }[]>`
		select to_char(on_date, 'YYYY-MM-DD') as day from private.public_holidays order by on_date
	`;
	const years = Array.from({ length: 25 }, (_, nth) => 2026 + nth);
	const days = years.flatMap((year) => dutchHolidays(year).map(({ on }) => on));
	expect(rows.map(({ day }) => day)).toEqual([...new Set(days)].sort());
});

describe('days on which nearly everybody is off', () => {
	test.each([
		[2026, ['01-01', '04-05', '04-06', '04-27', '05-14', '05-24', '05-25', '12-25', '12-26']],
		[2027, ['01-01', '03-28', '03-29', '04-27', '05-06', '05-16', '05-17', '12-25', '12-26']]
	])('%i', (year, days) => {
		expect(daysOf(year).sort()).toEqual(days);
	});

	test('King’s Day is a day earlier when the 27th is a Sunday', () => {
		expect([2025, 2031, 2036].map((year) => on(year, 'Koningsdag'))).toEqual([
			'2025-04-26',
			'2031-04-26',
			'2036-04-26'
		]);
		expect(on(2026, 'Koningsdag')).toBe('2026-04-27');
	});

	test('Liberation Day is a day off once in five years', () => {
		const years = Array.from({ length: 25 }, (_, nth) => 2026 + nth);
		expect(years.filter((year) => on(year, 'Bevrijdingsdag'))).toEqual([
			2030, 2035, 2040, 2045, 2050
		]);
		expect(on(2030, 'Bevrijdingsdag')).toBe('2030-05-05');
	});

	test('Good Friday is a day like any other', () => {
		expect(daysOf(2026)).not.toContain('04-03');
	});
});
