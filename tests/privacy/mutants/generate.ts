import type postgres from 'postgres';

export type Mutant = {
	/** What is changed, in words that name it once and for all. */
	name: string;
	sql: string;
	/** Words by which tests name what it changes. */
	about: string;
	/** A second layer that makes the change without effect, when the catalogue shows that there is one. */
	equivalent?: string;
};

type Policy = {
	table: string;
	name: string;
	command: string;
	roles: string;
	using: string | null;
	check: string | null;
	/** Verbs that some role has on the table, by column or whole. */
	granted: string[];
	/** Columns that some role may write. */
	writable: string[];
	columns: string[];
	open_to_anon: boolean;
};

/** Every change to the guards of the database that would be a mistake, from its own catalogue. */
export async function generateMutants(sql: postgres.Sql): Promise<Mutant[]> {
	const [policies, tables, functions] = await Promise.all([
		readPolicies(sql),
		readTables(sql),
		readFunctions(sql)
	]);
	return [
		...policies.flatMap(ofPolicy),
		...tables.flatMap(ofTable),
		...functions.flatMap(ofFunction),
		...ofCare
	];
}

const readPolicies = (sql: postgres.Sql) => sql<Policy[]>`
	select
		p.schemaname || '.' || p.tablename as table, p.policyname as name, lower(p.cmd) as command,
		array_to_string(p.roles, ', ') as roles, p.qual as using, p.with_check as check,
		array(
			select distinct lower(a.privilege_type)
			from (
				select relacl as acl from pg_class c where c.oid = t.oid
				union all select attacl from pg_attribute where attrelid = t.oid
			) x, aclexplode(x.acl) a where a.grantee <> t.relowner
		) as granted,
		array(
			select a.attname::text from pg_attribute a
			where a.attrelid = t.oid and a.attnum > 0
				and has_column_privilege('authenticated', t.oid, a.attnum, 'insert, update')
		) as writable,
		array(
			select a.attname::text from pg_attribute a
			where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
		) as columns,
		has_any_column_privilege('anon', t.oid, 'select, insert, update') as open_to_anon
	from pg_policies p
	join pg_class t on t.oid = format('%I.%I', p.schemaname, p.tablename)::regclass
	where p.schemaname in ('public', 'private', 'care')
	order by 1, 2
`;

const readTables = (sql: postgres.Sql) => sql<{ name: string }[]>`
	select relnamespace::regnamespace || '.' || relname as name from pg_class
	where relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
		and relkind = 'r'
	order by 1
`;

type Procedure = { name: string; signature: string; definition: string; definer: boolean };
const readFunctions = (sql: postgres.Sql) => sql<Procedure[]>`
	select p.proname::text as name, p.oid::regprocedure::text as signature,
		pg_get_functiondef(p.oid) as definition, p.prosecdef as definer
	from pg_proc p
	where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
	order by 2
`;

function ofPolicy(policy: Policy): Mutant[] {
	const { table, name, using, check, command } = policy;
	const on = `"${name}" on ${table}`;
	const about = table.split('.')[1]!;
	const alter = (clause: string) => `alter policy ${on} ${clause}`;
	const mutant = (what: string, sql: string, equivalent?: string): Mutant => ({
		name: `${on}: ${what}`,
		sql,
		about,
		equivalent
	});
	const other = policy.granted.filter((verb) => verb !== command);
	const remade = [
		`drop policy ${on}`,
		`create policy ${on} for all to ${policy.roles}`,
		using ? `using (${using})` : '',
		check ? `with check (${check})` : ''
	];
	return [
		mutant('dropped', `drop policy ${on}`),
		...(using
			? variants(using).map(([what, to]) => mutant(`using ${what}`, alter(`using (${to})`)))
			: []),
		...(check
			? variants(check).map(([what, to]) =>
					mutant(`check ${what}`, alter(`with check (${to})`), unwritable(policy, check, what))
				)
			: []),
		mutant(
			'role -> public',
			alter('to public'),
			policy.roles.includes('anon') || !policy.open_to_anon
				? 'a visitor has no privilege on the table'
				: undefined
		),
		mutant(
			'command -> all',
			`${remade[0]}; ${remade.slice(1).join(' ')}`,
			other.length ? undefined : 'no role has another privilege on the table'
		)
	];
}

/** Nothing changes where the columns that a check looks at are written by nobody, and the row was chosen so. */
function unwritable({ columns, writable, using }: Policy, check: string, what: string) {
	const part = /^without (.*)$/.exec(what)?.[1];
	const weakened = part ?? (what === '-> true' ? check : null);
	if (!weakened || !using?.includes(weakened)) return undefined;
	const looked = columns.filter((column) => new RegExp(`\\b${column}\\b`).test(weakened));
	if (looked.some((column) => writable.includes(column))) return undefined;
	return `nobody may write ${looked.join(', ')}, and the row was chosen by the same rule`;
}

function variants(expression: string): [string, string][] {
	const all: [string, string][] = [
		['-> true', 'true'],
		['-> false', 'false'],
		['-> not', `not (${expression})`],
		...parts(expression)
			.map((part, nth, all): [string, string] => {
				const joint = / OR /.test(outer(expression)) ? ' or ' : ' and ';
				return [`without ${part}`, all.filter((_, at) => at !== nth).join(joint)];
			})
			.filter(([, rest]) => rest),
		...[...expression.matchAll(/ = /g)].map((found, nth): [string, string] => [
			`= -> <> (${nth + 1})`,
			`${expression.slice(0, found.index)} <> ${expression.slice(found.index + 3)}`
		])
	];
	return all.filter(([, to]) => to !== expression);
}

/** The expression with everything inside inner brackets blotted out, so that offsets stay. */
function outer(expression: string) {
	let depth = 0;
	return [...strip(expression)]
		.map((sign) => {
			if (sign === '(') depth++;
			const shown = depth === 0 ? sign : '_';
			if (sign === ')') depth--;
			return shown;
		})
		.join('');
}

/** Without the brackets that PostgreSQL puts around a whole expression. */
function strip(expression: string) {
	let depth = 0;
	for (let at = 0; at < expression.length - 1; at++) {
		if (expression[at] === '(') depth++;
		if (expression[at] === ')') depth--;
		if (depth === 0) return expression;
	}
	return expression.startsWith('(') ? expression.slice(1, -1) : expression;
}

/** What stands between the outermost ANDs or ORs. */
function parts(expression: string) {
	const bare = strip(expression);
	const signs = outer(expression);
	const joint = / OR /.test(signs) ? / OR /g : / AND /g;
	const cuts = [...signs.matchAll(joint)];
	if (!cuts.length) return [];
	const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
	const ends = [...cuts.map((cut) => cut.index), bare.length];
	return starts.map((start, nth) => bare.slice(start, ends[nth]));
}

function ofTable({ name }: { name: string }): Mutant[] {
	const about = name.split('.')[1]!;
	const sql = {
		'row rules off': `alter table ${name} disable row level security`,
		'row rules not forced': `alter table ${name} no force row level security`,
		'read by visitors': `grant select on ${name} to anon`,
		'read by who is signed in': `grant select on ${name} to authenticated`,
		'written by who is signed in': `grant insert, update, delete on ${name} to authenticated`,
		'read by a server key': `grant select on ${name} to service_role`
	};
	return Object.entries(sql).map(([what, statement]) => ({
		name: `${name}: ${what}`,
		sql: statement,
		about
	}));
}

function ofFunction({ name, signature, definition, definer }: Procedure): Mutant[] {
	const mutant = (what: string, sql: string): Mutant => ({
		name: `${signature}: ${what}`,
		sql,
		about: name
	});
	return [
		mutant('executed by public', `grant execute on function ${signature} to public`),
		mutant(
			definer ? 'rights of who asks' : 'rights of its owner',
			`alter function ${signature} security ${definer ? 'invoker' : 'definer'}`
		),
		mutant('searches a path', `alter function ${signature} reset search_path`),
		...(/^(care\.|.*_page\(|.*(my_|lock_|seen_by|set_|shared_|supporter|withdraw|share_|answer_|circle_code|looks))/.test(
			signature
		)
			? withoutConditions(definition, mutant)
			: [])
	];
}

/** A function about plans, circles or care that forgets one of its conditions. */
function withoutConditions(
	definition: string,
	mutant: (what: string, sql: string) => Mutant
): Mutant[] {
	if (!/\b(care|supporters|sentence_shares|goals|goal_sentences|balances)\b/.test(definition))
		return [];
	const lines = definition.split('\n');
	return lines.flatMap((line, nth) => {
		const condition = /^\s*and\s+(.+?)(;?)$/.exec(line);
		if (!condition) return [];
		const left = [...lines];
		left[nth] = condition[2] ?? '';
		return [mutant(`without line ${nth + 1}: ${condition[1]}`, left.join('\n'))];
	});
}

const ofCare: Mutant[] = [
	['a visitor may enter care', 'grant usage on schema care to anon'],
	['who is signed in may enter care', 'grant usage on schema care to authenticated'],
	[
		'care read through a view',
		'create view public.relations as select * from care.relations; grant select on public.relations to authenticated'
	],
	[
		'a table that points into care',
		'alter table public.residents add column relation_id uuid references care.relations (id)'
	],
	[
		'a trigger on care that counts outside',
		`create function private.count_clients() returns trigger language plpgsql security definer
			set search_path = '' as $$
			begin update public.neighbourhoods set intro = intro || '.'; return null; end $$;
		create trigger count_clients after insert on care.relations
			for each row execute function private.count_clients()`
	],
	[
		'a policy that reads care',
		`create policy "clients are known" on public.residents for select to authenticated
			using (profile_id in (select client_id from care.relations))`
	],
	[
		'a function that reads care without review',
		`create function private.is_client(id uuid) returns boolean language sql stable security definer
			set search_path = '' as $$ select exists (select from care.relations where client_id = id) $$`
	]
].map(([what, sql]) => ({ name: what!, sql: sql!, about: 'care' }));
