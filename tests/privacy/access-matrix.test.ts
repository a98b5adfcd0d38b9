import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import matrix from '../../supabase/access-matrix.json' with { type: 'json' };
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
	functions,
	loose,
	objects,
	policies,
	privileges,
	schemas,
	sights,
	tables,
	type Check
} from './access-checks.ts';
import { rows } from './access-rows.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase('access_matrix');
	const world = readFileSync(join(import.meta.dirname, 'access-world.sql'), 'utf8');
	await database.connect({ max: 1 }).unsafe(world);
});
afterAll(() => database.close());

const holds = async (check: (sql: TestDatabase['sql']) => Promise<Check>) => {
	const { found, named } = await check(database.connect({ max: 1 }));
	expect(found).toEqual(named);
};

test('the file names every table, view and function of public and care', () => holds(objects));
test('privileges on tables and their columns are those of the file', () => holds(privileges));
test('who may call which function, and with whose rights, is as the file says', () =>
	holds(functions));
test('who may enter a schema is as the file says', () => holds(schemas));
test('a table has policies for the verbs that the file allows, and for no other', () =>
	holds(policies));
test('row rules are on and forced, views those of who asks, and no function searches a path', () =>
	holds(loose));
test('each kind of person sees the rows that the file says, and no other', () => holds(sights));

test('every entry has its sentence', () => {
	const { public: exposed, care } = matrix.schemas;
	const entries = [tables, exposed.functions, care.tables, care.functions].flatMap((named) =>
		Object.values<{ says: string }>(named as Record<string, { says: string }>)
	);
	for (const { says } of entries) {
		expect(says).toMatch(/^[A-Z].{10,}\.$/);
	}
});

test('the rows that the file names are those of the world', () => {
	const words = (of: [string, object][]) =>
		of.flatMap(([table, sees]) => Object.keys(sees).map((word) => `${table}: ${word}`)).sort();
	const named = Object.entries(tables).map(([name, { sees }]): [string, object] => [name, sees]);
	expect(words(named)).toEqual(words(Object.entries(rows)));
});
