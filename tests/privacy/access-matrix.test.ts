import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import matrix from '../../supabase/access-matrix.json' with { type: 'json' };
import { asAnon, asUser, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { idOf, rows } from './access-rows.ts';

type Table = Record<string, string | Record<string, string>> & { sees: Record<string, string> };
type Sort = 'tables' | 'functions';

const schemas = ['care', 'private', 'public'];
const { public: exposed, care } = matrix.schemas;
const tables = exposed.tables as unknown as Record<string, Table>;
const kinds = Object.keys(matrix.kinds).filter((kind) => kind !== 'self');

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase('access_matrix');
	const world = readFileSync(join(import.meta.dirname, 'access-world.sql'), 'utf8');
	await database.connect({ max: 1 }).unsafe(world);
});
afterAll(() => database.close());

describe('the file and the catalogue say the same', () => {
	test.each(Object.entries({ public: exposed, care }))(
		'tables, views and functions of %s',
		async (schema, named) => {
			const found = await database.sql<{ name: string; sort: Sort }[]>`
				select relname::text as name, 'tables' as sort from pg_class
				where relnamespace = ${schema}::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
				union all
				select proname::text, 'functions' from pg_proc
				where pronamespace = ${schema}::regnamespace
			`;
			for (const sort of ['tables', 'functions'] as const) {
				const names = found.filter((object) => object.sort === sort).map(({ name }) => name);
				expect(names.sort()).toEqual(Object.keys(named[sort]).sort());
			}
		}
	);

	test('privileges on tables and their columns', async () => {
		const granted = await database.sql<Record<'table' | 'role' | 'verb' | 'columns', string>[]>`
			select
				c.relnamespace::regnamespace || '.' || c.relname as table,
				case a.grantee when 0 then 'public' else a.grantee::regrole::text end as role,
				lower(a.privilege_type) as verb,
				coalesce(string_agg(a.attname, ', ' order by a.attnum), 'all columns') as columns
			from pg_class c
			cross join lateral (
				select null::name as attname, null::int2 as attnum, acl.* from aclexplode(c.relacl) acl
				union all
				select t.attname, t.attnum, acl.*
				from pg_attribute t cross join lateral aclexplode(t.attacl) acl where t.attrelid = c.oid
			) a
			where c.relnamespace = any (${schemas}::regnamespace[]) and a.grantee <> c.relowner
			group by c.relnamespace, c.relname, a.grantee, a.privilege_type, a.attname is null
		`;
		const found: Record<string, Record<string, Record<string, string>>> = {};
		for (const { table, role, verb, columns } of granted) {
			const verbs = ((found[table] ??= {})[role] ??= {});
			verbs[verb] = verb in verbs ? `${verbs[verb]}, ${columns}` : columns;
		}
		const named = Object.entries(tables).map(([name, table]) => [
			`public.${name}`,
			without(table, 'says', 'sees')
		]);
		expect(found).toEqual(
			Object.fromEntries(named.filter(([, grants]) => Object.keys(grants ?? {}).length))
		);
	});

	test('who may call which function, and with whose rights', async () => {
		const found = await database.sql<Record<'name' | 'rights' | 'execute', string>[]>`
			select
				p.pronamespace::regnamespace || '.' || p.proname as name,
				case when p.prosecdef then 'owner' else 'asker' end as rights,
				coalesce((
					select string_agg(
						case a.grantee when 0 then 'public' else a.grantee::regrole::text end, ', '
						order by a.grantee::regrole::text
					)
					from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
					where a.grantee <> p.proowner
				), '') as execute
			from pg_proc p where p.pronamespace = any (${schemas}::regnamespace[])
		`;
		const open = found.filter(({ name }) => !name.startsWith('private.'));
		expect(Object.fromEntries(open.map((it) => [it.name, without(it, 'name')]))).toEqual(
			Object.fromEntries(
				Object.entries(exposed.functions).map(([name, it]) => [
					`public.${name}`,
					without(it, 'says')
				])
			)
		);
		const helpers = found.filter(({ name, execute }) => name.startsWith('private.') && execute);
		expect(helpers.map(({ name, execute }) => `${name}: ${execute}`).sort()).toEqual(
			matrix.schemas.private.helpers.map((name) => `private.${name}: authenticated`).sort()
		);
	});

	test('who may enter a schema', async () => {
		const found = await database.sql<Record<'schema' | 'usage', string>[]>`
			select n.nspname::text as schema, coalesce(string_agg(
				case a.grantee when 0 then 'public' else a.grantee::regrole::text end
					|| case a.privilege_type when 'USAGE' then '' else ' may ' || a.privilege_type end,
				', ' order by a.grantee
			), '') as usage
			from pg_namespace n left join lateral aclexplode(n.nspacl) a on a.grantee <> n.nspowner
			where n.nspname = any (${schemas}) group by n.nspname
		`;
		expect(Object.fromEntries(found.map(({ schema, usage }) => [schema, usage]))).toEqual(
			Object.fromEntries(Object.entries(matrix.schemas).map(([name, { usage }]) => [name, usage]))
		);
	});
});

test('every table has its row rules on and forced, every view those of who asks', async () => {
	const loose = await database.sql`
		select oid::regclass::text as name from pg_class
		where relnamespace = any (${schemas}::regnamespace[]) and (
			relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
			or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
			or relkind in ('m', 'f')
		)
	`;
	expect(loose).toEqual([]);
});

test('every entry has its sentence', () => {
	for (const { says } of [...Object.values(tables), ...Object.values(exposed.functions)]) {
		expect(says).toMatch(/^[A-Z].{10,}\.$/);
	}
});

test('the rows that the file names are those of the world', () => {
	const words = (of: [string, object][]) =>
		of.flatMap(([table, sees]) => Object.keys(sees).map((word) => `${table}: ${word}`)).sort();
	const named = Object.entries(tables).map(([name, { sees }]): [string, object] => [name, sees]);
	expect(words(named)).toEqual(words(Object.entries(rows)));
});

describe('who sees', () => {
	const cases = Object.entries(rows).flatMap(([table, words]) =>
		Object.entries(words).map(([word, row]) => ({ table, word, ...row }))
	);
	test.each(cases)('$table: $word', async ({ table, word, where, self }) => {
		const count = `select count(*)::int as rows from public.${table} where ${where}`;
		const [there] = await database.sql.unsafe<{ rows: number }[]>(count);
		expect(there?.rows, 'the row is there to be seen').toBe(1);

		const named = tables[table]?.sees[word] ?? '';
		const allowed = named === 'everyone' ? kinds : named.split(', ').filter(Boolean);
		const seeing: string[] = [];
		for (const kind of kinds) if (await sees(kind, count)) seeing.push(kind);
		if (self && (await sees(self, count))) seeing.push('self');
		expect(seeing.sort()).toEqual(allowed.sort());
	});
});

async function sees(person: string, count: string) {
	const ask: Parameters<typeof asAnon<{ rows: number }[]>>[1] = (sql) => sql.unsafe(count);
	const { sql } = database;
	try {
		const [answer] = await (person === 'visitor'
			? asAnon(sql, ask)
			: asUser(sql, idOf(person), ask));
		return answer?.rows !== 0;
	} catch (error) {
		// Refused before any row is looked at.
		if ((error as { code?: string }).code === '42501') return false;
		throw error;
	}
}

function without(it: object, ...keys: string[]) {
	return Object.fromEntries(Object.entries(it).filter(([key]) => !keys.includes(key)));
}
