import { expect, test } from 'vitest';
import { canEnd, daysOn, longer } from './period';

test('days are counted on the calendar, through a change of the clock and of the year', () => {
	expect(daysOn('2026-10-24', 2)).toBe('2026-10-26');
	expect(daysOn('2026-12-30', 7)).toBe('2027-01-06');
});

test('four weeks come after the end, or after today when the end has been', () => {
	const period = { startsOn: '2026-11-01', endsOn: '2026-12-27' };
	expect(longer(period, '2026-11-22').endsOn).toBe('2027-01-24');
	expect(longer(period, '2027-01-10').endsOn).toBe('2027-02-07');
	expect(longer(period, '2027-01-10').startsOn).toBe('2026-11-01');
});

test('after a year a new period begins today, again of a year at most', () => {
	const period = { startsOn: '2026-01-01', endsOn: '2026-12-30' };
	expect(longer(period, '2026-12-30')).toEqual({ startsOn: '2026-12-30', endsOn: '2027-01-27' });
	const far = { startsOn: '2026-11-22', endsOn: '2027-11-23' };
	expect(longer(far, '2026-11-22')).toEqual({ startsOn: '2026-11-22', endsOn: '2027-11-23' });
});

test('a plan ends after today and within a year of its beginning', () => {
	expect(canEnd('2026-11-22', '2026-11-01', '2026-11-22')).toBe(false);
	expect(canEnd('2026-11-23', '2026-11-01', '2026-11-22')).toBe(true);
	expect(canEnd('2027-11-02', '2026-11-01', '2026-11-22')).toBe(true);
	expect(canEnd('2027-11-03', '2026-11-01', '2026-11-22')).toBe(false);
});
