import type postgres from 'postgres';

/**
 * The rules of chairs and weeks that are broken now, as sentences; none when all is well. One
 * statement, so it sees one moment, also while others write.
 */
export async function brokenRules(sql: postgres.Sql | postgres.TransactionSql) {
	const rows = await sql<{ rule: string }[]>`
		with facts as (
			select g.*,
				(select count(*) from public.memberships m where m.group_id = g.id) as members,
				(select count(*) from public.memberships m where m.group_id = g.id and m.is_host) as hosts,
				(select count(*) from public.waitlist w where w.group_id = g.id) as waiting,
				(select count(*) from public.chair_requests c where c.group_id = g.id) as asking,
				(select count(*) from public.chair_offers o where o.group_id = g.id) as offered
			from public.groups g
		), weeks as (
			select m.*, private.local_date(m.starts_at, n.time_zone) as day, g.capacity, g.members
				- (select count(*) from public.absences a where a.meetup_id = m.id)
				+ (select count(*) from public.guests t where t.meetup_id = m.id and t.comes) as coming
			from public.meetups m
			join facts g on g.id = m.group_id
			join public.neighbourhoods n on n.id = g.neighbourhood_id
			where m.starts_at > private.clock()
		)
		select format('%s members on %s chairs', members, capacity) as rule
		from facts where members > capacity
		union all select format('chairs_taken is %s with %s members', chairs_taken, members)
		from facts where chairs_taken <> members
		union all select format('waiting_count is %s with %s waiting', waiting_count, waiting)
		from facts where waiting_count <> waiting
		union all select format('%s of %s chairs taken, %s kept and %s waiting', members, capacity, offered, waiting)
		from facts where members + offered < capacity and waiting > 0
		union all select format('%s ask for a chair of a full group', asking)
		from facts where members + offered >= capacity and asking > 0
		union all select format('%s hosts of %s members', hosts, members)
		from facts where hosts <> least(members, 1)
		union all select format('%s members of a group that is %s', members,
			case when closed_at is null then 'open' else 'closed' end)
		from facts where (members = 0 and offered = 0) <> (closed_at is not null)
		union all select 'member and waiting at once'
		from public.memberships join public.waitlist using (group_id, resident_id)
		union all select 'member and asking at once'
		from public.memberships join public.chair_requests using (group_id, resident_id)
		union all select 'waiting and asking at once'
		from public.waitlist join public.chair_requests using (group_id, resident_id)
		union all select format('%s come for %s chairs in the week of %s', coming, capacity, week)
		from weeks where coming > capacity
		union all select format('%s meetups on %s', count(*), day)
		from weeks where state in ('planned', 'moved') group by group_id, day having count(*) > 1
		union all select format('absent without a chair in the week of %s', w.week)
		from weeks w join public.absences a on a.meetup_id = w.id
		where not exists (
			select from public.memberships m
			where m.group_id = w.group_id and m.resident_id = a.resident_id
		)
		union all select format('a guest who does not wait in the week of %s', w.week)
		from weeks w join public.guests t on t.meetup_id = w.id
		where not exists (
			select from public.waitlist l
			where l.group_id = w.group_id and l.resident_id = t.resident_id
		)
		union all select 'a moment of who waits nowhere'
		from public.waiting_moments s
		where not exists (select from public.waitlist w where w.resident_id = s.resident_id)
	`;
	return rows.map((row) => row.rule);
}
