-- What is to be mailed: written in the transaction of what it tells, sent by a process of its own.

create table private.outbox (
	id uuid primary key default gen_random_uuid(),
	kind text not null check (kind in (
		'appointment', 'booking_asked', 'booking_cancelled', 'booking_moved', 'booking_thanks', 'request_waits'
	)),
	profile_id uuid references public.profiles (id) on delete cascade,
	-- Of somebody without an account.
	email text check (char_length(email) between 3 and 254),
	subject_id uuid,
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	made_at timestamptz not null,
	tries integer not null default 0,
	next_try_at timestamptz not null default private.clock(),
	sent_at timestamptz,
	failed_at timestamptz,
	check (num_nonnulls(profile_id, email) = 1)
);
create index outbox_profile_id on private.outbox (profile_id);
create index outbox_neighbourhood_id on private.outbox (neighbourhood_id);
create index outbox_next_try_at on private.outbox (next_try_at)
	where sent_at is null and failed_at is null;
create index outbox_made_at on private.outbox (made_at);
alter table private.outbox enable row level security;
alter table private.outbox force row level security;
comment on table private.outbox is
	'Which mail is to be sent to whom, without what is in it. Seen by nobody. Ground: agreement. Term: one week.';

create function private.by_day(moment timestamptz, time_zone text) returns timestamptz
language sql stable set search_path = '' as $$
	select case
		when local.moment::time >= '20:00' then (local.moment::date + 1 + time '09:00') at time zone by_day.time_zone
		when local.moment::time < '09:00' then (local.moment::date + time '09:00') at time zone by_day.time_zone
		else by_day.moment
	end
	from (select by_day.moment at time zone by_day.time_zone as moment) local;
$$;
revoke execute on function private.by_day(timestamptz, text) from public;
comment on function private.by_day(timestamptz, text) is
	'That moment, or nine o''clock when it is quiet then: from 20.00 to 9.00 by the clock of the neighbourhood.';

create function private.post_mail(
	kind text, neighbourhood_id uuid, profile_id uuid default null, email text default null,
	subject_id uuid default null
) returns void
language sql volatile set search_path = '' as $$
	insert into private.outbox (
		kind, neighbourhood_id, profile_id, email, subject_id, made_at, next_try_at
	)
	select
		post_mail.kind, n.id, post_mail.profile_id, post_mail.email, post_mail.subject_id,
		private.clock(), private.by_day(private.clock(), n.time_zone)
	from public.neighbourhoods n where n.id = post_mail.neighbourhood_id;
$$;
revoke execute on function private.post_mail(text, uuid, uuid, text, uuid) from public;
comment on function private.post_mail(text, uuid, uuid, text, uuid) is
	'A mail to send once this transaction holds: to an account, or to the address of somebody without one; about one thing.';

create function public.claim_mail() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	claimed jsonb;
begin
	with due as (
		select o.id, n.time_zone from private.outbox o
		join public.neighbourhoods n on n.id = o.neighbourhood_id
		where o.sent_at is null and o.failed_at is null and o.next_try_at <= private.clock()
			-- What came due by day and was not taken before the evening.
			and private.by_day(private.clock(), n.time_zone) = private.clock()
		order by o.next_try_at, o.id limit 20 for update of o skip locked
	), taken as (
		-- Who takes it and dies, or does not get rid of it, leaves it to the next after five minutes, then
		-- ten, at last an hour: a sender begins nothing later than two minutes after it took.
		update private.outbox o
		set tries = o.tries + 1,
			next_try_at = private.by_day(
				private.clock() + least(interval '1 hour', interval '5 minutes' * 2 ^ least(o.tries, 4)),
				due.time_zone
			),
			failed_at = case when o.made_at < private.clock() - interval '1 day' then private.clock() end
		from due where o.id = due.id
		returning o.*
	)
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', t.id, 'kind', t.kind, 'email', coalesce(u.email, t.email),
		'language', coalesce(p.language, 'nl'), 'neighbourhoodName', n.name,
		'details', case
			when t.kind = 'appointment' then private.appointment_mail(t.subject_id)
			when t.kind like 'booking%' then private.booking_mail(t.subject_id)
		end
	) order by t.made_at, t.id), '[]') into claimed
	from taken t
	left join auth.users u on u.id = t.profile_id
	left join public.profiles p on p.id = t.profile_id
	join public.neighbourhoods n on n.id = t.neighbourhood_id;
	return claimed;
end;
$$;
revoke execute on function public.claim_mail() from public;
grant execute on function public.claim_mail() to service_role;
comment on function public.claim_mail() is
	'For the process that sends mail, and nobody else: at most twenty mails that are due, which no other process gets for five minutes or more. None between 20.00 and 9.00 in the neighbourhood. After a day one is tried once more and then counts as failed.';

create function public.settle_mail(mail_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update private.outbox o set sent_at = private.clock(), failed_at = null
	where o.id = settle_mail.mail_id and o.sent_at is null;
$$;
revoke execute on function public.settle_mail(uuid) from public;
grant execute on function public.settle_mail(uuid) to service_role;
comment on function public.settle_mail(uuid) is 'The mail server took it.';
