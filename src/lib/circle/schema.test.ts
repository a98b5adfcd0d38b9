import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreement, circleCode, myTelephone, NAME_MAX, someoneNamed, TELEPHONE } from './schema';

const plans = readFileSync('supabase/migrations/20261122100000_plans.sql', 'utf8');
const care = readFileSync('supabase/migrations/20261122100100_care.sql', 'utf8');

test('a name and a telephone number are as the database takes them', () => {
	expect(plans).toContain(`char_length(name) between 1 and ${NAME_MAX}`);
	expect(care).toContain(`client_telephone ~ '${TELEPHONE.source}'`);
	expect(someoneNamed.parse({ name: '  Mijn\tzus ' })).toEqual({ name: 'Mijn zus' });
	expect(someoneNamed.safeParse({ name: 'a'.repeat(NAME_MAX + 1) }).success).toBe(false);
});

test.each([
	['06 - 12 34 56 78', '06 - 12 34 56 78'],
	[' +31 6 12345678 ', '+31 6 12345678'],
	['  ', null]
])('telephone number %j becomes %j', (typed, kept) => {
	expect(myTelephone.parse({ telephone: typed })).toEqual({ telephone: kept });
});

test.each(['bel mij', '06/12', '06 12 34 56 78 90 12 34 56', '0٦12345678'])(
	'telephone number %j is refused',
	(typed) => {
		expect(myTelephone.safeParse({ telephone: typed }).success).toBe(false);
	}
);

test('a code may be typed as it is written, in pairs', () => {
	expect(circleCode.parse(' 48 27-61.05 ')).toBe('48276105');
	expect(circleCode.safeParse('4827610').success).toBe(false);
	expect(circleCode.safeParse('4827610a').success).toBe(false);
});

test('what is no version of a text counts as no text read', () => {
	expect(agreement.parse({ version: '1' })).toEqual({ version: 1 });
	expect(agreement.parse({ version: '1; 2' }).version).toBeUndefined();
	expect(agreement.parse({}).version).toBeUndefined();
});
