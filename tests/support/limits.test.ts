import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstName } from '../../src/lib/account/schema';
import { wishes } from '../../src/lib/groups/choosing.server';
import { meetupCancel, groupName, groupPlace } from '../../src/lib/groups/schema';
import { openTestDatabase, type TestDatabase } from './database';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase('limits');
});
afterAll(() => database.close());

const fields = [
	['residents', 'first_name', (text: string) => firstName.safeParse(text)],
	['groups', 'name', (name: string) => groupName.safeParse({ name })],
	['groups', 'place_name', (placeName: string) => groupPlace.safeParse({ placeName, address: '' })],
	[
		'group_places',
		'address',
		(address: string) => groupPlace.safeParse({ placeName: 'De Linde', address })
	],
	['meetups', 'reason', (reason: string) => meetupCancel.safeParse({ reason })],
	['activity_wishes', 'words', (words: string) => wishes.safeParse({ activity: 'other', words })]
] as const;

test.each(fields)(
	'%s.%s takes as much on the page as in the database',
	async (table, column, accepts) => {
		const [row] = await database.sql<{ most: number }[]>`
		select (regexp_match(
			pg_get_constraintdef(oid),
			'char_length\\(' || ${column} || '\\) (?:>= \\d+\\) AND \\(char_length\\(' || ${column} || '\\) )?<= (\\d+)'
		))[1]::integer as most
		from pg_constraint
		where conrelid = ('public.' || ${table})::regclass and contype = 'c'
			and pg_get_constraintdef(oid) ~ ('char_length\\(' || ${column} || '\\)')
	`;
		const most = row!.most;
		expect(most).toBeGreaterThan(1);
		// Characters outside the first plane count once in both.
		expect(accepts('🌷'.repeat(most)).success).toBe(true);
		expect(accepts('🌷'.repeat(most + 1)).success).toBe(false);
	}
);
