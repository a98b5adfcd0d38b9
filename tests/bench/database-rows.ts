import type postgres from 'postgres';

/** Who asks in the bench, and the group that is looked at. */
export type Person = { profileId: string; groupId: string };

const GROUPS_A_NEIGHBOURHOOD = 8;
const MEMBERS_A_GROUP = 8;
const MEETUPS_A_GROUP = 10;

/**
 * Fills an empty database with so many meetups, and groups, neighbours and neighbourhoods to match.
 * Gives a neighbour who hosts one group, sits in a second and waits for a third.
 */
export async function fillWithMeetups(sql: postgres.Sql, meetups: number): Promise<Person> {
	const groups = meetups / MEETUPS_A_GROUP;
	const residents = groups * MEMBERS_A_GROUP;
	await sql.begin(async (transaction) => {
		// Triggers and foreign keys off: the rows are right as they are, and a million take seconds.
		await transaction`set local session_replication_role = replica`;
		await transaction.unsafe(makeRows(groups, residents));
	});
	await sql`vacuum analyze`;
	const host = 8 * Math.ceil(groups / 2);
	const [person] = await sql<Person[]>`
		select md5(${'profile' + host})::uuid as "profileId", md5(${'group' + host / 8})::uuid as "groupId"
	`;
	return person!;
}

// Ids from a hash, so that every table knows the others' ids without a join, spread as v4 is.
const makeRows = (groups: number, residents: number) => `
	create function pg_temp.id(kind text, number bigint) returns uuid
		language sql immutable as 'select md5(kind || number)::uuid';

	insert into public.neighbourhoods (id, slug, name)
	select pg_temp.id('neighbourhood', n), 'buurt-' || n, 'Buurt ' || n
	from generate_series(1, ceil(${groups}::numeric / ${GROUPS_A_NEIGHBOURHOOD})::integer) n;

	insert into public.profiles (id) select pg_temp.id('profile', n) from generate_series(1, ${residents}) n;

	insert into public.residents (id, neighbourhood_id, profile_id, first_name)
	select pg_temp.id('resident', n),
		pg_temp.id('neighbourhood', 1 + (n - 1) / ${GROUPS_A_NEIGHBOURHOOD * MEMBERS_A_GROUP}),
		pg_temp.id('profile', n), 'Buur ' || n
	from generate_series(1, ${residents}) n;

	insert into public.staff (neighbourhood_id, role, first_name, telephone)
	select id, 'contact_person', 'Coby', '06 12345678' from public.neighbourhoods;

	insert into public.groups (
		id, neighbourhood_id, name, place_name, likes, chairs_taken, waiting_count, weekday, starts_at,
		duration_minutes, planned_through
	)
	select pg_temp.id('group', n),
		pg_temp.id('neighbourhood', 1 + (n - 1) / ${GROUPS_A_NEIGHBOURHOOD}),
		'Groep ' || n, 'Buurthuis', '{walk,coffee}', 8, 2, 1 + n % 7, '14:00', 120, current_date + 49
	from generate_series(1, ${groups}) n;

	insert into public.group_places (group_id, address)
	select pg_temp.id('group', n), 'Lindelaan ' || n from generate_series(1, ${groups}) n;

	-- Of every eight neighbours six sit in their own group, one waits for it, and the eighth hosts it,
	-- sits in the next one too and waits for the one after that.
	insert into public.memberships (group_id, resident_id, is_host, since)
	select pg_temp.id('group', 1 + (n - 1) / 8), pg_temp.id('resident', n), n % 8 = 0, now()
	from generate_series(1, ${residents}) n where n % 8 <> 7
	union all
	select pg_temp.id('group', 1 + n / 8 % ${groups}), pg_temp.id('resident', n), false, now()
	from generate_series(8, ${residents}, 8) n;

	insert into public.waitlist (group_id, resident_id, since)
	select pg_temp.id('group', 1 + (n - 1) / 8), pg_temp.id('resident', n), now()
	from generate_series(7, ${residents}, 8) n
	union all
	select pg_temp.id('group', 1 + (n / 8 + 1) % ${groups}), pg_temp.id('resident', n), now()
	from generate_series(8, ${residents}, 8) n;

	insert into public.meetups (group_id, week, starts_at, ends_at, activity)
	select pg_temp.id('group', n), week, week + n % 7 + time '14:00', week + n % 7 + time '16:00',
		case when week < current_date then 'coffee'::public.activity end
	from generate_series(1, ${groups}) n
	cross join (
		select date_trunc('week', current_date)::date + 7 * w as week
		from generate_series(-2, ${MEETUPS_A_GROUP - 3}) w
	) weeks;

	insert into public.absences (meetup_id, resident_id)
	select m.id, s.resident_id
	from public.meetups m join public.memberships s on s.group_id = m.group_id
	where s.is_host and extract(day from m.week)::integer % 2 = 0;

	insert into public.group_news (group_id, resident_id, kind, happened_at)
	select group_id, resident_id, 'member_joined', now() - interval '1 day' from public.memberships;
`;
