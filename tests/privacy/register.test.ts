import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerOf } from '../../supabase/local/register.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase('register');
});
afterAll(() => database.close());

test('docs/register.md is what the tables say of themselves', async () => {
	const file = join(import.meta.dirname, '../../docs/register.md');
	expect(readFileSync(file, 'utf8')).toBe(await registerOf(database.sql));
});

test.each([
	['nothing', null],
	['no ground', 'Whatever. Term: a day.'],
	['another ground', 'Whatever. Ground: because. Term: a day.'],
	['no term', 'Whatever. Ground: consent.']
])('a table that says %s stops it', async (_, comment) => {
	await database.sql`drop table if exists public.newcomer`;
	await database.sql`create table public.newcomer (id integer)`;
	if (comment) await database.sql.unsafe(`comment on table public.newcomer is '${comment}'`);
	await expect(registerOf(database.sql)).rejects.toThrow('public.newcomer');
});
