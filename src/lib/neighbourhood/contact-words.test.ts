import { expect, test } from 'vitest';
import { describeContacts } from './contact-words.server';
import type { Contact } from './contact';

const anna: Contact = {
	role: 'contact_person',
	firstName: 'Anna',
	face: 'sun',
	telephone: null,
	hours: [],
	now: null
};
const open = (opensAt: string, closesAt: string, ...weekdays: number[]) =>
	weekdays.map((weekday) => ({ weekday, opensAt, closesAt }));

test.each([
	['06 - 12 34 56 78', '06 - 12 34 56 78'],
	['0612345678', '06 - 12 34 56 78'],
	['06-123 456 78', '06 - 12 34 56 78'],
	['+31 6 12345678', '06 - 12 34 56 78'],
	['020 123 45 67', '020 123 45 67'],
	['0800-1205', '0800-1205'],
	['+32 470 12 34 56', '+32 470 12 34 56'],
	[null, null]
])('telephone %j reads %j', (telephone, words) => {
	expect(describeContacts([{ ...anna, telephone }])[0]?.telephone).toBe(words);
});

test.each([
	[
		'days alike make one line',
		open('09:00', '17:00', 1, 2, 3, 4, 5),
		['maandag tot en met vrijdag, van 9 tot 17 uur']
	],
	[
		'other hours begin a line',
		[...open('09:00', '17:00', 1, 2), ...open('09:00', '12:30', 3)],
		['maandag tot en met dinsdag, van 9 tot 17 uur', 'woensdag, van 9 tot 12.30 uur']
	],
	[
		'a day between begins a line',
		open('10:00', '16:00', 1, 3),
		['maandag, van 10 tot 16 uur', 'woensdag, van 10 tot 16 uur']
	],
	['no hours, no line', [], []]
])('%s', (_, hours, lines) => {
	expect(describeContacts([{ ...anna, hours }])[0]?.hours).toEqual(lines);
});

const hours = open('09:00', '17:00', 1, 2, 3, 4, 5);
const piet: Contact = {
	...anna,
	role: 'stand_in',
	firstName: 'Piet',
	telephone: '06 - 87 65 43 21',
	hours
};
const there = (here: boolean, inDays: number, from = '09:00', until = '17:00') => ({
	here,
	inDays,
	from,
	until
});
const plain = (text: string | null | undefined) => text?.replace(/[\u2068\u2069]/g, '');
/** Friday 20 November 2026, ten at night: in Amsterdam still Friday. */
const friday = new Date('2026-11-20T22:00:00+01:00');

test.each([
	['is there', there(true, 0, '09:00', '12:30'), null, 'Anna is er vandaag tot 12.30 uur.'],
	['is there later today', there(false, 0), null, 'Anna is er vandaag van 9 tot 17 uur.'],
	['is away and Piet is there', there(false, 3), there(true, 0), 'Anna is er nu niet. Bel Piet.'],
	['is away for long, Piet is there', null, there(true, 0), 'Anna is er nu niet. Bel Piet.'],
	['is back tomorrow', there(false, 1), null, 'Anna is er morgen weer, van 9 tot 17 uur.'],
	[
		'is back on Monday',
		there(false, 3),
		there(false, 4),
		'Anna is er maandag weer, van 9 tot 17 uur.'
	],
	[
		'is back after a week',
		there(false, 10),
		null,
		'Anna is er maandag 30 november weer, van 9 tot 17 uur.'
	],
	['is not back soon', null, null, 'Anna is er de komende twee weken niet.']
])('who %s', (_, anna_, piet_, words) => {
	const contacts = [
		{ ...anna, hours, now: anna_ },
		{ ...piet, now: piet_ }
	];
	expect(plain(describeContacts(contacts, 'Europe/Amsterdam', friday)[0]?.now)).toBe(words);
});

test('of whom no hours are known nothing is said', () => {
	expect(describeContacts([anna])[0]?.now).toBeNull();
});

test('who cannot be called is not called for', () => {
	const contacts = [
		{ ...anna, hours, now: there(false, 1) },
		{ ...piet, telephone: null, now: there(true, 0) }
	];
	expect(plain(describeContacts(contacts, 'Europe/Amsterdam', friday)[0]?.now)).toBe(
		'Anna is er morgen weer, van 9 tot 17 uur.'
	);
});

test('the day is that of the neighbourhood', () => {
	const contacts = [{ ...anna, hours, now: there(false, 2) }];
	const late = new Date('2026-11-21T23:30:00Z');
	expect(plain(describeContacts(contacts, 'Europe/Amsterdam', late)[0]?.now)).toBe(
		'Anna is er dinsdag weer, van 9 tot 17 uur.'
	);
});
