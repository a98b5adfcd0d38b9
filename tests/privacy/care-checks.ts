import type postgres from 'postgres';
import matrix from '../../supabase/access-matrix.json' with { type: 'json' };
import type { Check } from './access-checks.ts';

type Sql = postgres.Sql | postgres.TransactionSql;
const sorted = (found: { name: string }[]) => found.map(({ name }) => name).sort();

/** Only the functions that were reviewed for it name the schema care. */
async function readers(sql: Sql): Promise<Check> {
	const found = await sql<{ name: string }[]>`
		select p.pronamespace::regnamespace || '.' || p.proname as name
		from pg_proc p
		where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
			and pg_get_functiondef(p.oid) ~ '\\mcare\\.'
	`;
	return { found: sorted(found), named: matrix.schemas.care.reached_through };
}

/** No function makes its SQL from pieces, except retention over its own list. */
async function madeOfPieces(sql: Sql): Promise<Check> {
	const found = await sql<{ name: string }[]>`
		select p.proname as name from pg_proc p
		where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
			and p.prosrc ~* '\\mexecute\\M'
	`;
	return { found: sorted(found), named: ['apply_retention'] };
}

/** No foreign key leads into care. */
async function foreignKeys(sql: Sql): Promise<Check> {
	const found = await sql<{ name: string }[]>`
		select c.conrelid::regclass || ' -> ' || c.confrelid::regclass as name
		from pg_constraint c
		join pg_class t on t.oid = c.conrelid
		join pg_class f on f.oid = c.confrelid
		where c.contype = 'f' and f.relnamespace = 'care'::regnamespace
			and t.relnamespace <> 'care'::regnamespace
	`;
	return { found: sorted(found), named: [] };
}

/** No policy, default, view or check outside care names it. */
async function policiesAndViews(sql: Sql): Promise<Check> {
	const found = await sql<{ name: string }[]>`
		select schemaname || '.' || tablename || ': ' || policyname as name from pg_policies
		where schemaname <> 'care' and coalesce(qual, '') || coalesce(with_check, '') ~ '\\mcare\\.'
		union all
		select adrelid::regclass::text from pg_attrdef d join pg_class c on c.oid = d.adrelid
		where c.relnamespace <> 'care'::regnamespace and pg_get_expr(adbin, adrelid) ~ '\\mcare\\.'
		union all
		select conname from pg_constraint
		where contype = 'c' and connamespace <> 'care'::regnamespace
			and pg_get_constraintdef(oid) ~ '\\mcare\\.'
		union all
		select schemaname || '.' || viewname from pg_views
		where schemaname in ('public', 'private') and definition ~ '\\mcare\\.'
	`;
	return { found: sorted(found), named: [] };
}

/** A trigger on care calls only care, and no other table calls into it. */
async function triggers(sql: Sql): Promise<Check> {
	const found = await sql<{ name: string }[]>`
		select t.tgrelid::regclass || ' ' || t.tgname as name
		from pg_trigger t
		join pg_class c on c.oid = t.tgrelid
		join pg_proc p on p.oid = t.tgfoid
		where not t.tgisinternal
			and (c.relnamespace = 'care'::regnamespace) <> (p.pronamespace = 'care'::regnamespace)
	`;
	return { found: sorted(found), named: [] };
}

/** No rule, publication, statistic or inheritance carries care anywhere. */
async function otherCarriers(sql: Sql): Promise<Check> {
	const found = await sql<{ name: string }[]>`
		select 'rule on ' || tablename as name from pg_rules where schemaname = 'care'
		union all
		select 'publication of ' || tablename from pg_publication_tables where schemaname = 'care'
		union all
		select 'statistics ' || statistics_name from pg_stats_ext where schemaname = 'care'
		union all
		select 'inheritance of ' || inhparent::regclass::text from pg_inherits
		join pg_class c on c.oid = inhparent where c.relnamespace = 'care'::regnamespace
	`;
	return { found: sorted(found), named: [] };
}

/** Nothing outside care depends on care. */
export const careChecks = {
	readers,
	madeOfPieces,
	foreignKeys,
	policiesAndViews,
	triggers,
	otherCarriers
};
