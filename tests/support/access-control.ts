import type postgres from 'postgres';

/**
 * Every privilege in a database by object, as PostgreSQL writes it: `null` is the owner alone. Row
 * level security and policies are in it too, since they give and take access as much as a grant.
 */
export async function accessOf(sql: postgres.Sql): Promise<Record<string, string | null>> {
	const rows = await sql<{ object: string; access: string | null }[]>`
		with
			ours as (
				select oid, nspname, nspacl from pg_namespace
				where nspname !~ '^pg_' and nspname <> 'information_schema'
			),
			sorted as (
				select 'schema ' || nspname as object, nspacl as acl from ours
				union all
				select
					case when relkind in ('i', 'I') then 'index ' else 'table ' end
						|| nspname || '.' || relname, relacl
				from pg_class join ours on ours.oid = relnamespace
				union all
				select 'column ' || nspname || '.' || relname || '.' || attname, attacl
				from pg_attribute
				join pg_class c on c.oid = attrelid
				join ours on ours.oid = relnamespace
				where attnum > 0 and attacl is not null
				union all
				select 'function ' || nspname || '.' || p.oid::regprocedure, proacl
				from pg_proc p join ours on ours.oid = pronamespace
				union all
				select 'type ' || nspname || '.' || typname, typacl
				from pg_type join ours on ours.oid = typnamespace
				union all
				select
					'default ' || coalesce(nspname, '*') || ' ' || defaclobjtype::text || ' '
						|| defaclrole::regrole, defaclacl
				from pg_default_acl left join ours on ours.oid = defaclnamespace
			)
		select object, (
			select string_agg(entry::text, ',' order by entry::text) from unnest(acl) entry
		) as access
		from sorted
		union all
		select 'rls ' || nspname || '.' || relname, concat(relrowsecurity, relforcerowsecurity)
		from pg_class join ours on ours.oid = relnamespace where relrowsecurity
		union all
		select
			'policy ' || schemaname || '.' || tablename || ' ' || policyname,
			concat_ws(' | ', permissive, roles, cmd, qual, with_check)
		from pg_policies
	`;
	return Object.fromEntries(rows.map(({ object, access }) => [object, access]));
}
