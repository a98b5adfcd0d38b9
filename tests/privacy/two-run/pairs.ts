/** Two worlds that differ in one secret alone: mostly in care. */
export type Pair = {
	name: string;
	says: string;
	/** Whose care it is and by whom. They may see it, so they do not look. */
	clients: string[];
	workers: string[];
	worlds: [string, string];
	/** The tables of the secret where that is not care: their own rows differ, as they must. */
	secret?: string[];
};

const group = ['ria', 'hendrik', 'zoe', 'omar', 'truus', 'maria', 'piet'];

/** The six pairs of worlds; clients with a group, a plan and supporters, so that there is much to tell. */
export const pairs: Pair[] = [
	{
		name: 'swap',
		says: 'kees or zoe is the client',
		clients: ['kees', 'zoe'],
		workers: ['jolanda'],
		worlds: [
			`select two_run.support('kees', 'jolanda', '2026-11-10')`,
			`select two_run.support('zoe', 'jolanda', '2026-11-10')`
		]
	},
	{
		name: 'add',
		says: 'nobody or omar is the client',
		clients: ['omar'],
		workers: ['jolanda'],
		worlds: ['', `select two_run.support('omar', 'jolanda', '2026-11-10')`]
	},
	{
		name: 'reassign',
		says: 'jolanda or ruben supports sevda',
		clients: ['sevda'],
		workers: ['jolanda', 'ruben'],
		worlds: [
			'',
			`select two_run.end_all_support('sevda'); select two_run.support('sevda', 'ruben', '2026-11-10')`
		]
	},
	{
		name: 'history',
		says: 'layla never had support, or had it until last week',
		clients: ['layla'],
		workers: ['jolanda'],
		worlds: ['', `select two_run.support('layla', 'jolanda', '2026-09-01', '2026-11-24')`]
	},
	{
		name: 'density',
		says: 'none or seven of the eight members of a group are clients',
		clients: group,
		workers: ['jolanda', 'ruben'],
		worlds: [
			`select two_run.end_all_support('truus')`,
			`select two_run.end_all_support('truus');
			select two_run.support(name, case when name < 'm' then 'ruben' else 'jolanda' end, '2026-11-10')
			from unnest(array['${group.join("','")}']) name`
		]
	},
	{
		name: 'content',
		says: 'sevda is a client in both, with another consent, proposal, telephone and look',
		clients: ['sevda'],
		workers: ['jolanda'],
		worlds: [
			'',
			`update care.consents c set given_at = given_at - interval '9 days', version = 2
			where c.client_id = two_run.person('sevda');
			update care.relations r set
				started_on = started_on - 9, client_telephone = '06 - 10 20 30 40', sees_balance = true,
				call_asked_at = '2026-11-30 10:00+01', shared_at = '2026-11-30 11:00+01'
			where r.client_id = two_run.person('sevda');
			insert into care.proposals (relation_id, kind, words, proposed_at)
			select r.id, 'want', 'Wil je weer eens zingen?', '2026-11-30 12:00+01'
			from care.relations r where r.client_id = two_run.person('sevda');
			select two_run.look('sevda', 'jolanda') from generate_series(1, 20)`
		]
	}
];

/** Whether an answer at Buurthulp feels right: sevda said no to gerrit, or nothing yet. */
export const silentNo: Pair = {
	name: 'silent no',
	says: 'sevda has not chosen yet, or said no',
	clients: ['sevda'],
	workers: [],
	worlds: [
		`delete from public.help_choices c using public.residents r
		where r.id = c.giver_id and r.profile_id = two_run.person('sevda') and c.choice = 'no'`,
		''
	],
	secret: ['help_choices']
};

/** Whether somebody asked anything of the contact person: who is asked, and who stands in, may know. */
export const request: Pair = {
	name: 'request',
	says: 'layla never asked the contact person for anything, or complains and worries, also by telephone',
	clients: ['layla', 'anna', 'piet'],
	workers: [],
	worlds: [
		'',
		`insert into public.contact_requests (
			id, neighbourhood_id, author_id, topic, words, call_time, telephone, nuisance, nuisance_when,
			severity, talk, asked_at, holder, both_see, state, promised_at, line, closed_at
		)
		select
			two_run.id('request ' || c.nth), r.neighbourhood_id, case when c.nth < 4 then r.id end, c.topic,
			'Waar niemand van weet.', 'evening', '06 - 10 20 30 40', c.kind,
			case when c.kind is not null then 'night'::public.nuisance_when end,
			case when c.kind is not null then 3 end,
			case when c.kind is not null then 'with_me'::public.nuisance_talk end,
			two_run.clock() - interval '9 days', case c.nth when 2 then 'stand_in' else 'contact_person' end::public.staff_role,
			c.nth > 1, c.state, two_run.clock() + case c.nth when 1 then interval '-1 day' else interval '1 day' end,
			'Ik kom langs.',
			case c.state when 'closed' then two_run.clock() - interval '8 days' end
		from public.residents r, (values
			(1, 'nuisance'::public.contact_topic, 'noise'::public.nuisance_kind, 'waiting'::public.contact_state),
			(2, 'worry', null, 'planned'), (3, 'app', null, 'closed'), (4, 'nuisance', 'smell', 'read')
		) c (nth, topic, kind, state)
		where r.profile_id = two_run.person('layla');
		insert into public.contact_numbers (resident_id, telephone)
		select r.id, '06 - 10 20 30 40' from public.residents r where r.profile_id = two_run.person('layla');
		insert into public.contact_counts (neighbourhood_id, month, topic, nuisance, times)
		select r.neighbourhood_id, '2026-09-01', 'nuisance', 'noise', 40
		from public.residents r where r.profile_id = two_run.person('layla')`
	],
	// A promise that is not kept is mailed to the stand-in as soon as anybody has what is due done.
	secret: ['contact_requests', 'contact_numbers', 'contact_counts', 'private.outbox']
};
