import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seed } from '../races/chance.ts';
import { moveIn, openNeighbourhood, pretend } from '../races/neighbours.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const people = ['ana', 'bob', 'cas'] as const;
type Person = (typeof people)[number];
type Act = {
	kind:
		| 'place'
		| 'change'
		| 'withdraw'
		| 'keep'
		| 'answer'
		| 'takeBack'
		| 'yes'
		| 'no'
		| 'stop'
		| 'block'
		| 'unblock'
		| 'introduce';
	post: Person;
	who: Person;
	other: Person;
};

let database: TestDatabase;
let neighbourhoodId: string;
const accounts: Record<string, string> = {};
const residents: Record<string, string> = {};

beforeAll(async () => {
	database = await openTestDatabase('help_verbs');
	neighbourhoodId = await openNeighbourhood(database.sql);
	const moved = await moveIn(database, neighbourhoodId, people.length + 1);
	[...people, 'contact'].forEach((name, nth) => {
		accounts[name] = moved[nth]!.userId;
		residents[name] = moved[nth]!.residentId;
	});
	await database.sql`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name, telephone)
		values (${neighbourhoodId}, ${accounts.contact!}, 'contact_person', 'Coby', '06 12345678')
	`;
	console.info(`help: SEED=${seed}`);
});
afterAll(() => database.close());

const person = fc.constantFrom(...people);
const act: fc.Arbitrary<Act> = fc.record({
	kind: fc.constantFrom<Act['kind']>(
		'place',
		'change',
		'change',
		'withdraw',
		'keep',
		'answer',
		'answer',
		'answer',
		'answer',
		'takeBack',
		'yes',
		'yes',
		'yes',
		'yes',
		'no',
		'stop',
		'block',
		'unblock',
		'introduce'
	),
	post: person,
	who: person,
	other: person
});

test('no sequence of verbs opens a conversation without two yeses to the same words', async () => {
	let opened = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 60 }), async (acts) => {
			await pretend(database.sql, async (sql) => {
				const said = new Said();
				for (const post of people)
					await perform(sql, { kind: 'place', post, who: post, other: post });
				for (const next of acts) {
					const before = await conversations(sql);
					const made = await matches(sql);
					const post = await currentPost(sql, next.post);
					if (await perform(sql, next)) said.note(next, post, await wordsOf(sql, post));
					if ((await matches(sql)).length > made.length) {
						const [words] = (await matches(sql)).filter((match) => !made.includes(match));
						expect(words, JSON.stringify(next)).toContain(said.read.get(`${post} ${next.who}`));
					}
					if ((await conversations(sql)) > before) {
						expect(said.both(next, post), JSON.stringify(next)).toBe(true);
						opened++;
					}
					expect(await broken(sql), JSON.stringify(next)).toEqual([]);
				}
			});
		}),
		{ numRuns: 100, seed }
	);
	expect(opened).toBeGreaterThan(5);
});

/** Who said yes of their own, as somebody beside them would remember it. */
class Said {
	answers = new Set<string>();
	choices = new Set<string>();
	/** What stood there when that person last answered. */
	read = new Map<string, string>();

	note({ kind, who }: Act, post: string, words: string) {
		const pair = `${post} ${who}`;
		if (kind === 'answer') this.answers.add(pair);
		if (kind === 'answer') this.read.set(pair, words);
		if (kind === 'yes') this.choices.add(pair);
		if (kind === 'takeBack') this.answers.delete(pair);
		if (kind === 'no') this.choices.delete(pair);
	}

	both({ who }: Act, post: string) {
		const pair = `${post} ${who}`;
		return this.answers.has(pair) && this.choices.has(pair);
	}
}

async function currentPost(sql: postgres.TransactionSql, author: Person) {
	const [row] = await sql<{ id: string }[]>`
		select id from public.help_posts where author_id = ${residents[author]!}
		order by state <> 'open', id limit 1
	`;
	return row?.id ?? '';
}

async function conversations(sql: postgres.TransactionSql) {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::int from public.conversations where ended_at is null
	`;
	return row!.count;
}

/** Every match with what it is about. */
async function matches(sql: postgres.TransactionSql) {
	const rows = await sql<{ match: string }[]>`
		select concat_ws(' ', id, category, words) as match from public.help_matches
	`;
	return rows.map(({ match }) => match);
}

async function wordsOf(sql: postgres.TransactionSql, post: string) {
	const [row] = await sql<{ words: string }[]>`
		select concat_ws(' ', category, words) as words from public.help_posts where id::text = ${post}
	`;
	return row?.words ?? '';
}

/** What may never be, whatever anybody did. */
async function broken(sql: postgres.TransactionSql) {
	const rows = await sql<{ rule: string }[]>`
		select 'shared without two yeses' as rule from public.help_matches m
		where m.stopped_at is null and (
			select count(*) from public.help_choices c where c.answer_id = m.answer_id and c.choice = 'yes'
		) <> 2
		union all
		select 'open without anything shared' from public.conversations c
		where c.ended_at is null and not exists (
			select from public.help_matches m where m.conversation_id = c.id and m.stopped_at is null
		)
		union all
		select 'minding children without the contact person' from public.help_matches m
		where m.category = 'child_minding' and m.conversation_id is not null and m.introduced_at is null
		union all
		select 'shared by two who blocked' from public.help_matches m
		join public.residents one on one.id = m.author_id
		join public.residents two on two.id = m.answerer_id
		where m.stopped_at is null and private.blocked_between(one.profile_id, two.profile_id)
		union all
		select 'an answer by its author' from public.help_answers a
		join public.help_posts p on p.id = a.post_id where p.author_id = a.answerer_id
	`;
	return rows.map(({ rule }) => rule);
}

/** One verb by whom it is for, and whether it was done; that it is refused is fine, that it breaks is not. */
async function perform(sql: postgres.TransactionSql, { kind, post, who, other }: Act) {
	const postOf = sql`(
		select id from public.help_posts where author_id = ${residents[post]!}
		order by state <> 'open', id limit 1
	)`;
	const answerOf = sql`(
		select a.id from public.help_answers a
		where a.answerer_id = ${residents[who]!} and a.post_id = ${postOf}
	)`;
	const matchOf = sql`(
		select id from public.help_matches where answer_id = ${answerOf}
		order by stopped_at is null desc, id limit 1
	)`;
	// Minding children is ana's, so that it comes up in every run.
	const category = post === 'ana' ? 'child_minding' : 'errands';
	const by = {
		place: post,
		change: post,
		withdraw: post,
		keep: post,
		yes: post,
		no: post,
		introduce: 'contact'
	};
	const doer = (by as Record<string, string>)[kind] ?? who;
	const verbs: Record<Act['kind'], () => postgres.PendingQuery<postgres.Row[]>> = {
		place: () => sql`select public.place_post(
			${randomUUID()}, ${neighbourhoodId}, 'request', ${category}, 'Ik zoek hulp', 'any_time', null,
			null, null, null
		)`,
		change: () => sql`select public.change_post(
			${postOf}, ${other === 'cas' ? 'child_minding' : 'errands'}, ${`Ik zoek ${other}`}, 'any_time',
			null, null, null, 'neighbourhood', null
		)`,
		withdraw: () => sql`select public.withdraw_post(${postOf})`,
		keep: () => sql`select public.keep_post(${postOf})`,
		answer: () => sql`select public.answer_post(${postOf}, null)`,
		takeBack: () => sql`select public.withdraw_answer(${answerOf})`,
		yes: () => sql`select public.choose_answer(${answerOf}, 'yes')`,
		no: () => sql`select public.choose_answer(${answerOf}, 'no')`,
		stop: () => sql`select public.stop_match(${matchOf})`,
		block: () => sql`select public.block_neighbour(${residents[other]!})`,
		unblock: () => sql`select public.unblock_neighbour(${residents[other]!})`,
		introduce: () => sql`select public.introduce_match(${matchOf})`
	};
	await sql`select set_config('request.jwt.claims', ${JSON.stringify({ sub: accounts[doer] })}, true)`;
	return sql
		.savepoint(() => verbs[kind]())
		.then(() => true)
		.catch((error: { code?: string }) => {
			if (!error.code?.startsWith('PT')) throw error;
			return false;
		});
}
