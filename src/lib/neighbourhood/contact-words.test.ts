import { expect, test } from 'vitest';
import { describeContact } from './contact-words.server';
import type { Contact } from './contact';

const anna: Contact = {
	role: 'contact_person',
	firstName: 'Anna',
	face: 'sun',
	telephone: null,
	hours: []
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
	expect(describeContact({ ...anna, telephone }).telephone).toBe(words);
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
	expect(describeContact({ ...anna, hours }).hours).toEqual(lines);
});
