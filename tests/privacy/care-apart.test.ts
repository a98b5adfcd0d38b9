import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { careChecks } from './care-checks.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase('care_apart');
});
afterAll(() => database.close());

test.each(Object.entries(careChecks))(
	'nothing outside care depends on it: %s',
	async (_, check) => {
		const { found, named } = await check(database.sql);
		expect(found).toEqual(named);
	}
);
