import type { Sql } from 'postgres';
import { createHash } from 'node:crypto';
import { activities } from '../../../src/lib/groups/activities.ts';
import { organisationOwned, organisationPools } from './manifest-organisation.ts';
import { bookingIds } from './manifest-bookings.ts';
import { speakerPools } from './manifest-speakers.ts';
import type { World } from './world.ts';

/** Values to fill in by their sort: what is good, what is not, and what has to do with the clients. */
export type Pools = Record<
	string,
	[good: readonly unknown[], bad: readonly unknown[], sharp?: readonly unknown[]]
>;

/** An id that belongs to nothing, the same in every run. */
const stray = (word: string) => {
	const digits = createHash('md5').update(word).digest('hex');
	return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
};

const by = (column: string) =>
	`${column} in (select r.id from public.residents r where r.profile_id = p.id)`;

/** Of each sort of id: the table, and which of its rows have to do with a person. */
const owned: Record<string, [table: string, about: string]> = {
	goal: ['public.goals', 'owner_id = p.id'],
	group: [
		'public.groups',
		`id in (
			select m.group_id from public.memberships m join public.residents r on r.id = m.resident_id
			where r.profile_id = p.id
		)`
	],
	meetup: [
		'public.meetups',
		`group_id in (
			select m.group_id from public.memberships m join public.residents r on r.id = m.resident_id
			where r.profile_id = p.id
		) and starts_at between two_run.clock() - interval '8 days' and two_run.clock() + interval '8 days'`
	],
	calendarToken: [
		`(
			select private.calendar_token(f.profile_id, f.kind, f.nonce) as id, f.profile_id
			from private.calendar_feeds f
		) f`,
		'profile_id = p.id'
	],
	answer: ['public.help_answers', by('answerer_id')],
	...bookingIds,
	contactRequest: ['public.contact_requests', by('author_id')],
	conversation: [
		'public.conversations',
		`id in (
			select c.conversation_id from public.conversation_participants c where c.profile_id = p.id
		)`
	],
	leave: ['public.staff_absences', 'false'],
	match: ['public.help_matches', `${by('author_id')} or ${by('answerer_id')}`],
	message: [
		'public.messages',
		'author_id in (select c.id from public.conversation_participants c where c.profile_id = p.id)'
	],
	neighbourhood: ['public.neighbourhoods', 'false'],
	news: ['public.group_news', 'false'],
	participant: ['public.conversation_participants', 'profile_id = p.id'],
	post: ['public.help_posts', by('author_id')],
	profile: ['public.profiles', 'id = p.id'],
	reflection: ['public.help_reflections', by('resident_id')],
	report: ['public.reports', `${by('reporter_id')} or ${by('about_id')}`],
	resident: ['public.residents', 'profile_id = p.id'],
	sentence: ['public.goal_sentences', 'owner_id = p.id'],
	service: ['public.local_services', 'false'],
	speaker: ['public.speakers', 'false'],
	staff: ['public.staff', 'profile_id = p.id'],
	supporter: ['public.supporters', 'owner_id = p.id or supporter_id = p.id'],
	organisation: ['care.organisations', 'false'],
	// By the ids by which readers know them.
	seenGoal: [
		`(
			select private.seen_as(r.id, g.id) as id, g.owner_id
			from public.goals g
			join (
				select id, owner_id from public.supporters
				union all select id, client_id from care.relations
			) r on r.owner_id = g.owner_id
		) g`,
		'owner_id = p.id'
	],
	supportersProposal: [
		'private.proposals',
		'supporter_id in (select id from public.supporters where owner_id = p.id)'
	],
	workersProposal: [
		'care.proposals',
		'relation_id in (select id from care.relations where client_id = p.id)'
	],
	relation: ['care.relations', 'client_id = p.id'],
	...organisationOwned,
	worker: ['care.workers', 'id in (select worker_id from care.relations where client_id = p.id)']
};

/** Of each first what is good, then what is not. */
const written: Record<string, [good: unknown[], bad: unknown[]]> = {
	...speakerPools,
	words: [
		['Ik ga mee.', 'Tot zo 🌷'],
		['', 'x'.repeat(281), "'; drop table care.relations; --", null]
	],
	name: [
		['Ans', 'Koffie', 'Zoë'],
		['', 'A'.repeat(61), '<b>Ans</b>', null]
	],
	email: [
		['noor@example.nl', 'omar@example.nl', 'sevda@example.nl', 'nieuw@example.nl'],
		['geen adres']
	],
	digits: [['123456', '000000'], ['12']],
	code: [
		['48276105', '71350482', '4827 6105'],
		['00000000', 'abc']
	],
	inviteCode: [
		['48276105', '71350482', '12345678'],
		['00000000', 'abc']
	],
	circleCode: [
		['00000000', '12345678'],
		['', null]
	],
	network: [['203.0.113.1', '203.0.113.2'], ['']],
	telephone: [['06 - 10 20 30 40'], ['geen', null]],
	date: [
		['2026-12-02', '2026-12-05', '2026-12-24'],
		['2026-11-01', '2031-01-01', '0000-00-00']
	],
	time: [['10:00', '14:15', '19:30'], ['25:00']],
	minutes: [[60, 90], [45]],
	weekday: [[1, 2, 5], [9]],
	weeks: [['1', '4', 'own'], ['99']],
	chairs: [[3, 6, 8], [99]],
	level: [[-2, -1, 0, 1, 2], [3]],
	feeling: [[1, 2, 3], [9]],
	activity: [[...activities], ['dance']],
	activities: [
		[['walk', 'coffee'], ['talk']],
		[['other'], []]
	],
	doorPart: [['name', 'reach', 'group'], ['price']],
	dayPart: [['morning', 'evening'], ['night']],
	weekMoment: [['2-morning', '4-evening', 'other'], ['9-night']],
	moments: [[['2-morning', '4-evening'], []], [['9-night']]],
	theme: [['home', 'money', null], ['weather']],
	looks: [['system', 'dark'], ['pink']],
	language: [['nl', 'en'], ['xx']],
	textSize: [['normal', 'large'], ['tiny']],
	face: [['initials', 'fox'], ['wolf']],
	staffRole: [['facilitator', 'contact_person'], ['boss']],
	sentenceKind: [
		['can', 'need', 'step'],
		['want', 'look_back']
	],
	goalState: [['open', 'done', 'let_go'], ['lost']],
	outcome: [['done', 'a_bit', 'next_time'], ['never']],
	view: [['balance', 'next_meetup'], ['telephone']],
	yes: [['yes', 'no'], ['maybe']],
	path: [['/', '/today'], ['//elsewhere']],
	flag: [[true, false], []],
	number: [[0, 1, 2, 14], [-1]],
	fresh: [['one', 'two', 'three'].map(stray), []],
	instant: [['2026-11-20T10:00:00Z', null], ['soon']],
	helpKind: [['offer', 'request', null], ['gift']],
	helpCategory: [['errands', 'child_minding', 'odd_job', 'company', null], ['money']],
	helpMoment: [['any_time', 'once', 'weekly'], ['never']],
	helpPart: [['kind', 'what', 'words', 'when', 'who'], ['price']],
	proposalPart: [['kind', 'what', 'words', 'when'], ['who']],
	callWish: [['call', 'words'], ['visit']],
	audience: [['neighbourhood', 'group'], ['everybody']],
	helpChoice: [['yes', 'no'], ['maybe']],
	reportSubject: [['post', 'answer', 'message', 'person'], ['place']],
	reportReason: [['unsafe', 'unkind', 'other'], ['because']],
	contactTopic: [['question', 'app', 'worry', 'nuisance', 'other', null], ['housing']],
	calendarKind: [['own', 'facilitator'], ['everybody']],
	callTime: [['any_time', 'morning', 'evening', null], ['midnight']],
	nuisance: [['noise', 'smell', null], ['neighbour']],
	nuisanceWhen: [['now', 'night', null], ['never']],
	nuisanceTalk: [['call_me', 'with_me', 'together', null], ['police']],
	contactState: [['today', 'planned', 'closed'], ['waiting']],
	contactHours: [[[{ weekday: 2, opensAt: '09:00', closesAt: '17:00' }], []], [[{ weekday: 9 }]]],
	serviceKind: [['community_centre', 'police', 'other'], ['bakery']],
	website: [['https://linde.example.nl', null], ['javascript:alert(1)']],
	span: [['hour', 'rest', 'none'], ['year']],
	speakerTopic: [['money', 'nature', 'own'], ['weather']],
	slug: [['lindebuurt'], ['nergens', '']],
	...organisationPools,
	reportAct: [['hidden', 'shown', 'talked', 'paused', 'nothing'], ['erased']]
};

/**
 * What the walks fill in. Ids of both worlds, whoever they belong to: an id of care that exists in
 * one world only is the sharpest question there is. Of each, one that exists nowhere.
 */
export async function readPools(worlds: readonly World[], clients: string[]): Promise<Pools> {
	const pools: Pools = { ...written };
	const ids: Record<string, string[]> = {};
	const sharp: Record<string, string[]> = {};
	for (const [pool, [table, about]] of Object.entries(owned)) {
		const some = `exists (
			select from auth.users p where p.email = any ($1) and (${about})
		)`;
		const found = await Promise.all(worlds.map(({ sql }) => idsOf(sql, table, some, clients)));
		ids[pool] = [...new Set(found.flat().map(({ id }) => id))];
		sharp[pool] = [...new Set(found.flat().flatMap(({ id, close }) => (close ? [id] : [])))];
		pools[pool] = [ids[pool], [stray(table), 'none'], sharp[pool]];
	}
	const all = (from: Record<string, string[]>, ...names: string[]) =>
		names.flatMap((name) => from[name] ?? []);
	const readers = ['supporter', 'relation'];
	const reported = ['post', 'answer', 'message', 'resident'];
	pools.reported = [all(ids, ...reported), [stray('reported')], all(sharp, ...reported)];
	pools.reader = [all(ids, ...readers), [stray('reader')], all(sharp, ...readers)];
	for (const [pool, first, second] of [
		['proposal', 'supportersProposal', 'workersProposal'],
		['shownGoal', 'seenGoal', 'goal']
	] as const) {
		pools[pool] = [all(ids, first, second), [stray(pool)], all(sharp, first, second)];
	}
	const alone = (some: Record<string, string[]>) => all(some, 'resident').map((id) => [id]);
	const weeks = (some: Record<string, string[]>) => all(some, 'meetup').map((id) => [id]);
	pools.meetups = [weeks(ids), [[stray('meetups')]], weeks(sharp)];
	pools.residents = [alone(ids), [[stray('residents')]], alone(sharp)];
	const sorts = Object.keys(owned);
	pools.anyId = [
		sorts.flatMap((sort) => all(ids, sort).slice(0, 2)),
		[stray('any')],
		all(sharp, ...sorts)
	];
	return pools;
}

async function idsOf(sql: Sql, table: string, some: string, clients: string[]) {
	return sql.unsafe<{ id: string; close: boolean }[]>(
		`select id, ${some} as close from ${table} order by md5(id::text)`,
		[clients.map((name) => `${name}@example.nl`)]
	);
}
