import type { Tamper } from './walk.ts';

/** A leak on purpose: the walk must find it, and through this channel. */
export type Leak = {
	name: string;
	channel: string | RegExp;
	/** Put into both worlds before they part; only what care holds makes the difference. */
	sql?: string;
	/** Put into the second world alone, where care cannot do it by SQL. */
	sqlInOne?: string;
	tamper?: Tamper;
	tamperMail?: (mail: string) => string;
};

const isClient = `
	create function private.is_client(profile uuid) returns boolean
	language sql stable security definer set search_path = '' as $$
		select exists (select from care.relations r where r.client_id = profile);
	$$;
	grant execute on function private.is_client(uuid) to authenticated;
	create function private.clients_in(grouped uuid) returns integer
	language sql stable security definer set search_path = '' as $$
		select count(*)::integer from public.memberships m join public.residents r on r.id = m.resident_id
		where m.group_id = grouped and private.is_client(r.profile_id);
	$$;
	grant execute on function private.clients_in(uuid) to authenticated;
`;

/** A trigger on care.relations that does something outside care for every relation that is made. */
const onRelation = (does: string) => `
	create function care.tg_leak() returns trigger language plpgsql security definer set search_path = '' as $$
	begin ${does} return new; end $$;
	create trigger leak after insert on care.relations for each row execute function care.tg_leak();
`;

/** Another body for a function: what it does now, with one thing replaced in its text. */
const rewritten = (signature: string, from: string, to: string) => `
	${isClient}
	do $do$
	declare
		code constant text := pg_get_functiondef('${signature}'::regprocedure);
	begin
		if position($q$${from}$q$ in code) = 0 then raise exception 'nothing to replace in ${signature}'; end if;
		execute replace(code, $q$${from}$q$, $q$${to}$q$);
	end $do$;
`;

const header =
	(change: (headers: [string, string][]) => [string, string][]): Tamper =>
	(answer) => ({ ...answer, headers: change(answer.headers) });

/** One leak for every channel, most of them made the way a mistake would make them. */
export const leaks: Leak[] = [
	{
		name: 'a trigger on care.relations counts in public',
		channel: /body|header/,
		sql: onRelation(`update public.groups g set duration_minutes = g.duration_minutes + 1 where g.id in (
			select m.group_id from public.memberships m join public.residents r on r.id = m.resident_id
			where r.profile_id = new.client_id
		);`)
	},
	{
		name: 'a trigger on care.relations leaves a row that nobody may read',
		channel: 'rows',
		sql: onRelation(`insert into private.attempts (kind, subject, made_at)
			values ('code_check', '\\x00', private.clock());`)
	},
	{
		name: 'a policy on residents reads care',
		channel: /body|header/,
		sql: `${isClient} create policy leak on public.residents for select to authenticated
			using ((select private.is_client(profile_id)));`
	},
	{
		name: 'a page of the app shows one character more',
		channel: /body|header/,
		sql: rewritten(
			'public.groups_page()',
			"'chairsTaken', g.chairs_taken",
			"'chairsTaken', g.chairs_taken + private.clients_in(g.id)"
		)
	},
	{
		name: 'names are sorted by who is a client',
		channel: 'body',
		sql: rewritten(
			'private.whom_i_may_ask()',
			'order by p.first_name',
			'order by private.is_client((select r.profile_id from public.residents r where r.id = p.id)), p.first_name'
		)
	},
	{
		name: 'a rule refuses with another hint',
		channel: /body|header|status/,
		sql: rewritten(
			'public.ask_for_chair(uuid)',
			'begin',
			`begin
				if private.clients_in(asked.id) > 1 then
					raise sqlstate 'PT409' using message = 'member', hint = 'too_many_groups';
				end if;`
		)
	},
	{
		name: 'a status is 403 where it was 404',
		channel: 'status',
		sql: rewritten(
			'public.invite_supporter(uuid)',
			'begin',
			`begin
				if (select private.is_client(r.profile_id) from public.residents r
					where r.id = invite_supporter.resident_id) then
					raise sqlstate 'PT403' using message = 'host only', hint = 'host_only';
				end if;`
		)
	},
	{
		name: 'the planner expects rows that nobody may read',
		channel: /body|header/,
		sqlInOne: `insert into public.goals (id, owner_id, starts_on, ends_on, state, created_at)
			select md5('leak ' || n)::uuid, two_run.person('omar'), '2026-12-01', '2026-12-09', 'done', '2026-12-01'
			from generate_series(1, 400) n`
	},
	{
		name: 'a trigger on care.relations moves a time by a microsecond',
		channel: /body|header/,
		sql: onRelation(`update public.help_posts p set placed_at = p.placed_at + interval '1 microsecond'
			from public.residents r
			where r.profile_id = new.client_id and p.neighbourhood_id = r.neighbourhood_id;`)
	},
	{
		name: 'an answer has one header more',
		channel: 'header order',
		tamper: header((headers) => [...headers, ['x-cache', 'hit']])
	},
	{
		name: 'headers change places',
		channel: 'header order',
		tamper: header((headers) => headers.toReversed())
	},
	{
		name: 'a cookie lives a second longer',
		channel: 'cookie',
		tamper: header((headers) =>
			headers.map(([name, value]) => [
				name,
				value.replace(/Max-Age=(\d+)/i, (_, age) => `Max-Age=${Number(age) + 1}`)
			])
		)
	},
	{
		name: 'a redirect leads elsewhere',
		channel: 'redirect',
		tamper: header((headers) =>
			headers.map(([name, value]) => [name, name === 'location' ? `${value}#` : value])
		)
	},
	{
		name: 'a mail has one space more',
		channel: 'mail',
		tamperMail: (mail) => mail.replace('Subject: ', 'Subject:  ')
	}
];

/** Leaks of one bit right beside what a mask hides: a mask that hid too much would hide these. */
export const canaries: Record<string, Leak[]> = {
	'the moment in the Date header': [
		{
			name: 'one space in the header beside it',
			channel: 'header',
			tamper: header((headers) =>
				headers.map(([name, value]) => [
					name,
					name === 'keep-alive' || name === 'Keep-Alive' ? `${value} ` : value
				])
			)
		},
		{
			name: 'a Date in another form',
			channel: 'header',
			tamper: header((headers) =>
				headers.map(([name, value]) => [
					name,
					/^date$/i.test(name) ? value.replace('GMT', 'GMT ') : value
				])
			)
		}
	],
	'the signature of a token': [
		{
			name: 'one bit of a claim',
			channel: 'body',
			tamper: (answer) => ({
				...answer,
				body: answer.body.replace(
					/(\beyJ[\w-]+\.eyJ[\w-]+)([\w-])\./,
					(_, rest: string, last: string) => `${rest}${last === 'Q' ? 'R' : 'Q'}.`
				)
			})
		},
		{
			name: 'one character more behind a signature',
			channel: 'body',
			tamper: (answer) => ({
				...answer,
				body: answer.body.replace(/(\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]{86})/, '$1A')
			})
		}
	]
};
