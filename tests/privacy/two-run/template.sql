-- Makes a migrated, empty database predictable: one clock, and ids that count. Rows keep looking
-- random (they sort by chance), but the same row gets the same id in every copy of this database.

create schema two_run;
grant usage on schema two_run to public;

create function two_run.clock() returns timestamptz
language sql stable security definer set search_path = '' as $$
	select pg_catalog.pg_read_file('CLOCK_FILE', 0, 24)::timestamptz;
$$;

-- A count of its own for every table and function, as real chance has no memory: a draw for one row
-- says nothing about the next row of another table.
create table two_run.sources (name text primary key, counter regclass not null);

create function two_run.next_id(source text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	counter regclass := (select s.counter from two_run.sources s where s.name = next_id.source);
	digits constant text := md5(next_id.source || ' ' || nextval(counter));
begin
	return overlay(overlay(digits placing '4' from 13) placing '8' from 17)::uuid;
end;
$$;

grant execute on function two_run.clock(), two_run.next_id(text) to public;

create function two_run.count_ids_of(source text) returns void
language plpgsql volatile as $$
begin
	execute format('create sequence two_run.%I', source);
	insert into two_run.sources values (source, format('two_run.%I', source)::regclass);
end;
$$;

create function two_run.predictable(code text, source text) returns text
language sql immutable as $$
	select regexp_replace(regexp_replace(code,
		'(pg_catalog\.)?\mgen_random_uuid\(\)', format('two_run.next_id(%L)', source), 'g'),
		'\m(now|clock_timestamp|transaction_timestamp|statement_timestamp)\(\)', 'two_run.clock()', 'g');
$$;

do $$
declare
	piece record;
begin
	for piece in
		select
			d.adrelid::regclass as relation, a.attname, pg_get_expr(d.adbin, d.adrelid) as code,
			d.adrelid::regclass::text as source
		from pg_attrdef d
		join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
		join pg_class c on c.oid = d.adrelid
		where c.relnamespace::regnamespace::text in ('public', 'private', 'care', 'auth')
			and a.attgenerated = '' and pg_get_expr(d.adbin, d.adrelid) ~ '\m(gen_random_uuid|now)\(\)'
	loop
		perform two_run.count_ids_of(piece.source)
		where not exists (select from two_run.sources s where s.name = piece.source);
		execute format(
			'alter table %s alter column %I set default %s', piece.relation, piece.attname,
			two_run.predictable(piece.code, piece.source)
		);
	end loop;
	for piece in
		select p.oid, p.oid::regprocedure::text as source, pg_get_functiondef(p.oid) as code
		from pg_proc p
		where p.pronamespace::regnamespace::text in ('public', 'private', 'care') and p.prokind = 'f'
			and p.prosrc ~ '\m(gen_random_uuid|now|clock_timestamp|transaction_timestamp|statement_timestamp)\(\)'
	loop
		perform two_run.count_ids_of(piece.source);
		execute two_run.predictable(piece.code, piece.source);
	end loop;
end
$$;
select two_run.count_ids_of('seed');

-- What a copy held when it was made, to go back to before every trace.
create schema two_run_kept;
create table two_run.kept_counters (counter regclass primary key, last_value bigint, is_called boolean);
create table two_run.kept_sizes (relation regclass primary key, pages integer, tuples real, visible integer);

create view two_run.tables as
	select c.oid::regclass as relation, c.oid::regclass::text as name, (
		select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
		where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
	) as columns
	from pg_class c
	where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'private', 'care', 'auth');

create procedure two_run.keep() language plpgsql as $$
declare
	kept record;
begin
	for kept in select * from two_run.tables loop
		execute format('drop table if exists two_run_kept.%I', kept.name);
		execute format('create table two_run_kept.%I as table %s', kept.name, kept.relation);
	end loop;
	delete from two_run.kept_counters;
	for kept in
		select c.oid::regclass as counter from pg_class c
		where c.relkind = 'S'
			and c.relnamespace::regnamespace::text in ('public', 'private', 'care', 'auth', 'two_run')
	loop
		execute format(
			'insert into two_run.kept_counters select %L, s.last_value, s.is_called from %s s',
			kept.counter, kept.counter
		);
	end loop;
	delete from two_run.kept_sizes;
	insert into two_run.kept_sizes
	select c.oid, c.relpages, c.reltuples, c.relallvisible
	from pg_class c
	where c.relkind in ('r', 'i')
		and c.relnamespace::regnamespace::text in ('public', 'private', 'care', 'auth');
end;
$$;

-- Emptied and filled anew, so that a row stands where it stood: an answer without an order is given in
-- that one. Emptying is dear, so what did not change, nor refers to what did, is left alone.
create procedure two_run.go_back() language plpgsql as $$
declare
	kept record;
	changed regclass[] := '{}';
	differs boolean;
begin
	set local session_replication_role = replica;
	for kept in select * from two_run.tables loop
		execute format(
			'select (select string_agg(t::text, chr(10)) from %s t)
				is distinct from (select string_agg(t::text, chr(10)) from two_run_kept.%I t)',
			kept.relation, kept.name
		) into differs;
		if differs then
			changed := changed || kept.relation;
		end if;
	end loop;
	with recursive touched as (
		select unnest(changed)::oid as relation
		union
		select k.conrelid from pg_constraint k join touched t on t.relation = k.confrelid
		where k.contype = 'f'
	)
	select coalesce(array_agg(t.relation::regclass), '{}') into changed from touched t;
	if changed <> '{}' then
		execute 'truncate ' || array_to_string(changed, ', ');
		for kept in select * from two_run.tables t where t.relation = any (changed) loop
			execute format(
				'insert into %s (%s) overriding system value select %s from two_run_kept.%I',
				kept.relation, kept.columns, kept.columns, kept.name
			);
		end loop;
		-- The planner knows of the rows what it knew: emptying made it forget.
		update pg_class c set relpages = s.pages, reltuples = s.tuples, relallvisible = s.visible
		from two_run.kept_sizes s
		where c.oid = s.relation and (
			c.oid = any (changed)
			or exists (select from pg_index i where i.indexrelid = c.oid and i.indrelid = any (changed))
		);
	end if;
	perform setval(c.counter, c.last_value, c.is_called) from two_run.kept_counters c;
end;
$$;

create function two_run.outside_care() returns table (name text, rows text)
language plpgsql as $$
declare
	seen record;
begin
	-- Of `auth` only what the API tells: the backend writes its own log in no fixed order.
	for seen in select * from two_run.tables t where t.name !~ '^(care|auth)\.' order by t.name loop
		name := seen.name;
		execute format('select coalesce(string_agg(t::text, chr(10)), '''') from %s t', seen.relation)
			into rows;
		return next;
	end loop;
end;
$$;

-- What cannot be told apart by hand later: nothing may draw on another clock or another chance.
do $$
declare
	left_over text;
begin
	select string_agg(p.oid::regprocedure::text, ', ') into left_over
	from pg_proc p
	where p.pronamespace::regnamespace::text in ('public', 'private', 'care')
		and p.prosrc ~ '\m((gen_random_uuid|now|clock_timestamp|random|gen_random_bytes|timeofday)\(|current_(timestamp|date|time)|localtime)';
	if left_over is not null then
		raise exception 'unpredictable: %', left_over;
	end if;
end
$$;
