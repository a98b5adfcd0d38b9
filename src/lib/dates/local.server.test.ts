import { expect, test } from 'vitest';
import { localDate, localTime } from './local.server';

const zone = 'Europe/Amsterdam';

test('a moment late in the evening elsewhere is already tomorrow here', () => {
	expect(localDate('2026-11-23T23:30:00Z', zone)).toBe('2026-11-24');
	expect(localTime('2026-11-23T23:30:00Z', zone)).toBe('00:30');
});

test('days are counted on the calendar, through both changes of the clock', () => {
	expect(localDate('2026-10-24T22:30:00Z', zone, 1)).toBe('2026-10-26');
	expect(localDate('2026-03-28T22:30:00Z', zone, 1)).toBe('2026-03-29');
	expect(localDate('2026-12-31T12:00:00Z', zone, 1)).toBe('2027-01-01');
});
