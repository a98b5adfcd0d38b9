import type postgres from 'postgres';
import matrix from '../../supabase/access-matrix.json' with { type: 'json' };
import { idOf, rows } from './access-rows.ts';

type Sql = postgres.Sql | postgres.TransactionSql;
type Table = Record<string, string | Record<string, string>> & { sees: Record<string, string> };
/** What the database says beside what supabase/access-matrix.json says: they have to be equal. */
export type Check = { found: unknown; named: unknown };

const SCHEMAS = ['care', 'private', 'public'];
const { public: exposed, care, private: helpers } = matrix.schemas;
export const tables = exposed.tables as unknown as Record<string, Table>;
const kinds = Object.keys(matrix.kinds).filter((kind) => kind !== 'self');

/** Which tables, views, sequences and functions there are. */
export async function objects(sql: Sql): Promise<Check> {
	const found = await sql<{ name: string }[]>`
		select relnamespace::regnamespace || '.' || relname as name from pg_class
		where relnamespace in ('public'::regnamespace, 'care'::regnamespace)
			and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
		union all
		select pronamespace::regnamespace || '.' || proname || '()' from pg_proc
		where pronamespace in ('public'::regnamespace, 'care'::regnamespace)
	`;
	const named = Object.entries({ public: exposed, care }).flatMap(([schema, of]) => [
		...Object.keys(of.tables).map((name) => `${schema}.${name}`),
		...Object.keys(of.functions).map((name) => `${schema}.${name}()`)
	]);
	return { found: found.map(({ name }) => name).sort(), named: named.sort() };
}

/** Which role may do what to which columns of which table. */
export async function privileges(sql: Sql): Promise<Check> {
	const granted = await sql<Record<'table' | 'role' | 'verb' | 'columns', string>[]>`
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
		where c.relnamespace = any (${SCHEMAS}::regnamespace[]) and a.grantee <> c.relowner
		group by c.relnamespace, c.relname, a.grantee, a.privilege_type, a.attname is null
	`;
	const found: Record<string, Record<string, Record<string, string>>> = {};
	for (const { table, role, verb, columns } of granted) {
		const verbs = ((found[table] ??= {})[role] ??= {});
		verbs[verb] = verb in verbs ? `${verbs[verb]}, ${columns}` : columns;
	}
	const named = Object.entries(tables)
		.map(([name, table]) => [`public.${name}`, without(table, 'says', 'sees')] as const)
		.filter(([, grants]) => Object.keys(grants).length);
	return { found, named: Object.fromEntries(named) };
}

/** Who may call which function, and with whose rights it runs. */
export async function functions(sql: Sql): Promise<Check> {
	const all = await sql<Record<'name' | 'rights' | 'execute', string>[]>`
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
		from pg_proc p where p.pronamespace = any (${SCHEMAS}::regnamespace[])
	`;
	const isHelper = ({ name }: { name: string }) => name.startsWith('private.');
	const mine = all.filter(isHelper);
	return {
		found: {
			open: Object.fromEntries(
				all.filter((it) => !isHelper(it)).map((it) => [it.name, without(it, 'name')])
			),
			helpers: mine
				.filter(({ execute }) => execute)
				.map(({ name, execute }) => `${name}: ${execute}`)
				.sort(),
			asAsker: mine
				.filter(({ rights }) => rights === 'asker')
				.map(({ name }) => name)
				.sort()
		},
		named: {
			open: Object.fromEntries(
				Object.entries({ public: exposed, care }).flatMap(([schema, of]) =>
					Object.entries(of.functions).map(([name, it]) => [
						`${schema}.${name}`,
						without(it, 'says')
					])
				)
			),
			helpers: helpers.helpers.map((name) => `private.${name}: authenticated`).sort(),
			asAsker: helpers.as_asker.map((name) => `private.${name}`).sort()
		}
	};
}

/** Who may enter a schema. */
export async function schemas(sql: Sql): Promise<Check> {
	const found = await sql<Record<'schema' | 'usage', string>[]>`
		select n.nspname::text as schema, coalesce(string_agg(
			case a.grantee when 0 then 'public' else a.grantee::regrole::text end
				|| case a.privilege_type when 'USAGE' then '' else ' may ' || a.privilege_type end,
			', ' order by a.grantee
		), '') as usage
		from pg_namespace n left join lateral aclexplode(n.nspacl) a on a.grantee <> n.nspowner
		where n.nspname = any (${SCHEMAS}) group by n.nspname
	`;
	return {
		found: Object.fromEntries(found.map(({ schema, usage }) => [schema, usage])),
		named: Object.fromEntries(
			Object.entries(matrix.schemas).map(([name, { usage }]) => [name, usage])
		)
	};
}

/** Tables without forced row rules, views with their owner's rights, functions that search a path. */
export async function loose(sql: Sql): Promise<Check> {
	const found = await sql`
		select oid::regclass::text as name from pg_class
		where relnamespace = any (${SCHEMAS}::regnamespace[]) and (
			relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
			or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
			or relkind in ('m', 'f')
		)
		union all
		select oid::regprocedure::text from pg_proc
		where pronamespace = any (${SCHEMAS}::regnamespace[])
			and not coalesce('search_path=""' = any (proconfig), false)
	`;
	return { found: [...found], named: [] };
}

/** Every policy's verb and the roles it is for. */
export async function policies(sql: Sql): Promise<Check> {
	const found = await sql<{ name: string }[]>`
		select schemaname || '.' || tablename || ' ' || lower(cmd) || ' ' || array_to_string(roles, ', ') as name
		from pg_policies where schemaname = any (${SCHEMAS}) order by 1
	`;
	const verbs = Object.entries(tables).flatMap(([name, table]) =>
		['select', 'insert', 'update', 'delete'].flatMap((verb) =>
			Object.entries(table)
				.filter(([role, may]) => role !== 'sees' && typeof may === 'object' && verb in may)
				.map(([role]) => `public.${name} ${verb} ${role}`)
		)
	);
	const said = new Set(
		found.flatMap(({ name }) => {
			const [table, verb, roles] = [
				...name.split(' ').slice(0, 2),
				name.split(' ').slice(2).join(' ')
			];
			return roles!.split(', ').map((role) => `${table} ${verb} ${role}`);
		})
	);
	return { found: [...said].sort(), named: [...new Set(verbs)].sort() };
}

/** Which kind of person sees which row of access-world.sql; a row that is not there is `missing`. */
export async function sights(sql: Sql): Promise<Check> {
	const cases = Object.entries(rows).flatMap(([table, words]) =>
		Object.entries(words).map(([word, row]) => ({ table, word, ...row }))
	);
	const asked = cases.flatMap(({ table, word, where, self }) => [
		...kinds.map((kind) => ({ key: `${table}: ${word}`, kind, as: kind, table, where })),
		...(self ? [{ key: `${table}: ${word}`, kind: 'self', as: self, table, where }] : [])
	]);
	await sql.unsafe(SEES);
	const answers = await sql.unsafe<{ sees: string }[]>(
		`select pg_temp.sees(a, t, w) as sees from unnest($1::text[], $2::text[], $3::text[])
			with ordinality x (a, t, w, nth) order by nth`,
		[
			asked.map(({ as }) => (as === 'visitor' ? as : idOf(as))),
			asked.map(({ table }) => table),
			asked.map(({ where }) => where)
		]
	);
	const found: Record<string, string[]> = Object.fromEntries(
		cases.map(({ table, word }) => [`${table}: ${word}`, []])
	);
	answers.forEach(({ sees }, nth) => {
		const { key, kind } = asked[nth]!;
		if (sees === 'yes') found[key]!.push(kind);
		else if (sees !== 'no') found[key]!.push(`${kind} ${sees}`);
	});
	const named = Object.fromEntries(
		cases.map(({ table, word, self }) => {
			const says = tables[table]?.sees[word] ?? '';
			const all = says === 'everyone' ? [...kinds, ...(self ? ['self'] : [])] : says.split(', ');
			return [`${table}: ${word}`, all.filter(Boolean).sort()];
		})
	);
	for (const seeing of Object.values(found)) seeing.sort();
	return { found, named };
}

const SEES = `
	create or replace function pg_temp.sees(person text, named text, rows text) returns text
	language plpgsql as $$
	declare
		counted integer;
	begin
		execute format('select count(*) from public.%I where %s', named, rows) into counted;
		if counted <> 1 then return 'missing'; end if;
		perform set_config('request.jwt.claims', case when person = 'visitor' then ''
			else json_build_object('sub', person::uuid, 'role', 'authenticated')::text end, true);
		perform set_config('role', case when person = 'visitor' then 'anon' else 'authenticated' end, true);
		execute format('select count(*) from public.%I where %s', named, rows) into counted;
		perform set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
		return case when counted = 0 then 'no' else 'yes' end;
	exception
		-- Refused before any row is looked at.
		when insufficient_privilege then return 'no';
		when others then return sqlstate;
	end;
	$$`;

/** Every check, cheapest first. */
export const checks = { schemas, loose, privileges, functions, policies, objects, sights };

function without<It extends object>(it: It, ...keys: string[]) {
	return Object.fromEntries(Object.entries(it).filter(([key]) => !keys.includes(key)));
}
