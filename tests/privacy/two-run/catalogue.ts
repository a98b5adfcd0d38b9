import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sql } from 'postgres';
import ts from 'typescript';

export type Column = {
	table: string;
	column: string;
	type: string;
	/** Whether somebody who is signed in may select it. */
	readable: boolean;
};
export type Argument = { name: string; type: string };

/** What PostgreSQL exposes in `public`: columns by table, arguments by function, and foreign keys. */
export async function readCatalogue(sql: Sql) {
	const columns = await sql<Column[]>`
		select c.relname::text as table, a.attname::text as column, format_type(a.atttypid, null) as type,
			has_column_privilege('authenticated', c.oid, a.attnum, 'select') as readable
		from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
			and a.attnum > 0 and not a.attisdropped
		order by 1, a.attnum
	`;
	const functions = await sql<{ name: string; names: string[] | null; types: string[] }[]>`
		select
			p.proname::text as name, p.proargnames[1:p.pronargs] as names,
			array(select format_type(t, null) from unnest(p.proargtypes) t) as types
		from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
		order by 1
	`;
	const links = await sql<{ table: string; other: string }[]>`
		select distinct c.relname::text as table, o.relname::text as other
		from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class o on o.oid = k.confrelid
		where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
			and o.relnamespace = 'public'::regnamespace
		order by 1, 2
	`;
	const byFunction: Record<string, Argument[]> = {};
	for (const { name, names, types } of functions) {
		byFunction[name] = types.map((type, at) => ({ name: names?.[at] ?? '', type }));
	}
	return { columns: [...columns], functions: byFunction, links: [...links] };
}

export type Catalogue = Awaited<ReturnType<typeof readCatalogue>>;

const routesFolder = join(import.meta.dirname, '../../../src/routes');

/** The routes of the app as its folders say, each with its form actions or its methods besides GET. */
export function readRoutes(): Record<string, string[]> {
	const found: Record<string, string[]> = {};
	for (const file of globSync('**/+{page,server,page.server}.{svelte,ts}', { cwd: routesFolder })) {
		const route = `/${dirname(file)
			.split('/')
			.filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
			.join('/')}`;
		found[route] ??= [];
		const path = join(routesFolder, file);
		if (file.endsWith('+page.server.ts')) found[route].push(...actionsIn(path));
		if (file.endsWith('+server.ts')) found[route].push(...methodsIn(path));
	}
	return found;
}

const methodsIn = (file: string) =>
	[...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function|const) ([A-Z]+)\b/gm)]
		.map((match) => match[1] ?? '')
		.filter((method) => method !== 'GET');

function actionsIn(file: string) {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const names: string[] = [];
	for (const statement of source.statements) {
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (name.getText(source) !== 'actions' || !initializer) continue;
			const object = ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
			if (!ts.isObjectLiteralExpression(object)) throw new Error(`${file}: actions is no object.`);
			names.push(...object.properties.map((property) => property.name?.getText(source) ?? ''));
		}
	}
	return names;
}
