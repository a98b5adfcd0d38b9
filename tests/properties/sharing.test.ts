import fc from 'fast-check';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seed } from '../races/chance.ts';
import { moveIn, openNeighbourhood, pretend, startGroup } from '../races/neighbours.ts';
import { createUser, openTestDatabase, type TestDatabase } from '../support/database.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const neighbours = ['ana', 'bob', 'cas'] as const;
const workers = ['jo', 'ruben'] as const;
type Neighbour = (typeof neighbours)[number];
type Worker = (typeof workers)[number];
const SENTENCES = 4;

let database: TestDatabase;
const accounts: Record<string, string> = {};
const residents: Record<string, string> = {};
let organisation: string;
const posts: Record<string, string> = {};

beforeAll(async () => {
	database = await openTestDatabase('sharing');
	const { sql } = database;
	const neighbourhoodId = await openNeighbourhood(sql);
	const people = await moveIn(database, neighbourhoodId, 1 + neighbours.length);
	['owner', ...neighbours].forEach((name, nth) => {
		accounts[name] = people[nth]!.userId;
		residents[name] = people[nth]!.residentId;
	});
	const groupId = await startGroup(people[0]!.phone, neighbourhoodId);
	for (const { residentId } of people.slice(1)) {
		await sql`
			insert into public.memberships (group_id, resident_id, since)
			values (${groupId}, ${residentId}, now())
		`;
	}
	const [care] = await sql<{ id: string }[]>`
		insert into care.organisations (name) values ('Nabij') returning id
	`;
	organisation = care!.id;
	for (const name of workers) {
		accounts[name] = await createUser(sql);
		await sql`insert into public.profiles (id) values (${accounts[name]})`;
		const [post] = await sql<{ id: string }[]>`
			insert into care.workers (organisation_id, profile_id, first_name)
			values (${organisation}, ${accounts[name]}, ${name}) returning id
		`;
		posts[name] = post!.id;
	}
	await sql`update private.limits set most = 100000 where kind = 'refused_look'`;
	console.info(`sharing: SEED=${seed}`);
});
afterAll(() => database.close());

type Act =
	| { kind: 'invite' | 'accept' | 'decline' | 'remove' | 'stop'; who: Neighbour }
	| { kind: 'share' | 'takeBack'; sentence: number; reader: Neighbour | Worker }
	| { kind: 'letGo' | 'takeUp' | 'done'; goal: number }
	| { kind: 'agree'; worker: Worker }
	| { kind: 'replace'; worker: Worker; by: Worker }
	| { kind: 'likewise'; worker: Worker; agreed: boolean }
	| { kind: 'withdraw'; worker: Worker };

const who = fc.constantFrom(...neighbours);
const worker = fc.constantFrom(...workers);
const reader = fc.constantFrom(...neighbours, ...workers);
const sentence = fc.nat({ max: SENTENCES - 1 });
const goal = fc.nat({ max: 1 });
const of = <K extends Act['kind']>(kind: K, fields: Record<string, fc.Arbitrary<unknown>>) =>
	fc.record({ kind: fc.constant(kind), ...fields }) as unknown as fc.Arbitrary<Act>;
const act = fc.oneof(
	of('invite', { who }),
	of('accept', { who }),
	of('accept', { who }),
	of('decline', { who }),
	of('remove', { who }),
	of('stop', { who }),
	of('share', { sentence, reader }),
	of('share', { sentence, reader }),
	of('share', { sentence, reader }),
	of('takeBack', { sentence, reader }),
	of('letGo', { goal }),
	of('takeUp', { goal }),
	of('done', { goal }),
	of('agree', { worker }),
	of('agree', { worker }),
	of('replace', { worker, by: worker }),
	of('likewise', { worker, agreed: fc.boolean() }),
	of('withdraw', { worker })
);

/** Who may read what, said in a few lines: what the database must agree with after every act. */
class Named {
	asked = new Set<Neighbour>();
	declined = new Set<Neighbour>();
	accepted = new Set<Neighbour>();
	active = new Set<Worker>();
	/** Who took over from whom, until the client answered whether they read the same. */
	tookOver = new Map<Worker, Set<number>>();
	open = [true, true];
	lets = new Map<string, Set<number>>();

	of(reader: string) {
		return this.lets.get(reader) ?? new Set<number>();
	}

	act(it: Act) {
		if (it.kind === 'invite') {
			if (!this.accepted.has(it.who) && !this.declined.has(it.who)) this.asked.add(it.who);
		} else if (it.kind === 'accept') {
			if (this.asked.delete(it.who) || this.declined.delete(it.who)) this.accepted.add(it.who);
		} else if (it.kind === 'decline') {
			if (this.asked.delete(it.who)) this.declined.add(it.who);
		} else if (it.kind === 'remove' || it.kind === 'stop') {
			this.asked.delete(it.who);
			this.declined.delete(it.who);
			this.accepted.delete(it.who);
			this.lets.delete(it.who);
		} else if (it.kind === 'share') {
			const { reader, sentence } = it;
			const named = this.accepted.has(reader as Neighbour) || this.active.has(reader as Worker);
			if (!named) return;
			this.lets.set(reader, new Set([...this.of(reader), sentence]));
			this.tookOver.delete(reader as Worker);
		} else if (it.kind === 'takeBack') {
			this.of(it.reader).delete(it.sentence);
		} else if (it.kind === 'letGo' || it.kind === 'done') {
			this.open[it.goal] = false;
		} else if (it.kind === 'takeUp') {
			this.open[it.goal] = true;
		} else if (it.kind === 'agree') {
			this.active.add(it.worker);
		} else if (it.kind === 'withdraw') {
			// Of one organisation: with its consent all its workers go.
			if (!this.active.has(it.worker)) return;
			for (const name of workers) this.lets.delete(name);
			this.active.clear();
			this.tookOver.clear();
		} else if (it.kind === 'replace') {
			if (it.worker === it.by || !this.active.delete(it.worker)) return;
			const before = this.of(it.worker);
			this.lets.delete(it.worker);
			this.tookOver.delete(it.worker);
			if (this.active.has(it.by)) return;
			this.active.add(it.by);
			this.lets.delete(it.by);
			this.tookOver.set(it.by, before);
		} else if (it.kind === 'likewise') {
			const before = this.tookOver.get(it.worker);
			if (!before || !this.active.has(it.worker)) return;
			if (it.agreed) this.lets.set(it.worker, new Set([...this.of(it.worker), ...before]));
			this.tookOver.delete(it.worker);
		}
	}

	reads(reader: string) {
		return [...this.of(reader)].filter((nth) => this.open[nth >> 1]).sort();
	}
}

/** The same acts through the functions of the app; what is refused changes nothing. */
class World {
	constructor(
		private sql: postgres.TransactionSql,
		private goals: string[],
		private sentences: string[]
	) {}

	static async begin(sql: postgres.TransactionSql) {
		const goals = [0, 1].map(() => crypto.randomUUID());
		const sentences = Array.from({ length: SENTENCES }, () => crypto.randomUUID());
		const world = new World(sql, goals, sentences);
		await sql.unsafe(allThatISee);
		for (const [nth, id] of goals.entries()) {
			await world.as(
				'owner',
				(me) => me`
				select public.start_goal(${id}, ${`wish ${nth}`}, null, '2026-01-01', '2026-03-01')
			`
			);
		}
		for (const [nth, id] of sentences.entries()) {
			await world.as(
				'owner',
				(me) => me`
				select public.write_sentence(${id}, ${goals[nth >> 1]!}, 'can', ${id})
			`
			);
		}
		return world;
	}

	async as<T>(person: string, run: (sql: postgres.TransactionSql) => Promise<T>) {
		try {
			return await this.sql.savepoint(async (sql) => {
				const claims = { role: 'authenticated', aal: 'aal2', sub: accounts[person] };
				await sql`
					select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
						set_config('role', 'authenticated', true)
				`;
				const answer = await run(sql);
				await sql`select set_config('role', 'none', true)`;
				return answer;
			});
		} catch (error) {
			if (/^PT4/.test((error as { code?: string }).code ?? '')) return null;
			throw error;
		}
	}

	async readerId(reader: string) {
		const [row] = await this.sql<{ id: string }[]>`
			select s.id from public.supporters s
			where s.owner_id = ${accounts.owner!} and s.supporter_id = ${accounts[reader]!}
			union all
			select r.id from care.relations r join care.workers w on w.id = r.worker_id
			where r.client_id = ${accounts.owner!} and w.profile_id = ${accounts[reader]!}
				and (r.ended_on is null or r.ended_on > care.today())
		`;
		return row?.id ?? crypto.randomUUID();
	}

	async act(it: Act) {
		if (it.kind === 'agree') {
			const code = String(Math.floor(Math.random() * 1e8)).padStart(8, '0');
			await this.sql`
				insert into care.invitations (worker_id, code_hash, made_at, expires_at)
				values (${posts[it.worker]!}, private.keyed_hash(${`circle:${code}`}), now(), now() + interval '30 days')
			`;
			await this.as('owner', (me) => me`select public.accept_circle_code(${code}, 'home', 1)`);
		} else if (it.kind === 'replace') {
			await this.sql`
				insert into care.administrators (profile_id, organisation_id, first_name)
				values (${accounts.cas!}, ${organisation}, 'Admin') on conflict do nothing
			`;
			await this.as(
				'cas',
				(me) => me`
				select public.replace_worker(${posts[it.worker]!}, ${posts[it.by]!}, care_day)
				from (select private.my_today() as care_day) today
			`
			);
			await this.sql`delete from care.administrators`;
		} else if (it.kind === 'letGo' || it.kind === 'takeUp' || it.kind === 'done') {
			const state = { letGo: 'let_go', takeUp: 'open', done: 'done' }[it.kind];
			await this.as(
				'owner',
				(me) => me`
				update public.goals set state = ${state} where id = ${this.goals[it.goal]!}
			`
			);
		} else if (it.kind === 'share' || it.kind === 'takeBack') {
			const id = await this.readerId(it.reader);
			await this.as(
				'owner',
				(me) => me`
				select public.set_reader(${this.sentences[it.sentence]!}, ${id}, ${it.kind === 'share'})
			`
			);
		} else if (it.kind === 'likewise' || it.kind === 'withdraw') {
			const id = await this.readerId(it.worker);
			await this.as('owner', (me) =>
				it.kind === 'withdraw'
					? me`select public.withdraw_consent(${id})`
					: me`select public.share_likewise(${id}, ${it.agreed})`
			);
		} else if (it.kind === 'invite') {
			await this.as('owner', (me) => me`select public.invite_supporter(${residents[it.who]!})`);
		} else if ('who' in it) {
			const id = await this.readerId(it.who);
			const by = it.kind === 'remove' ? 'owner' : it.who;
			await this.as(by, (me) => {
				if (it.kind === 'remove') return me`delete from public.supporters where id = ${id}`;
				if (it.kind === 'stop') return me`select public.stop_supporting(${id})`;
				return me`select public.answer_support(${id}, ${it.kind === 'accept'})`;
			});
		}
	}

	/** The numbers of the sentences in whatever a person gets to see of anybody's plan. */
	async reads(reader: string) {
		const ids = await this.sql<{ id: string }[]>`
			select id from public.supporters where owner_id = ${accounts.owner!}
			union all select id from care.relations
		`;
		const seen = await this.as(
			reader,
			(me) => me`select pg_temp.all_that_i_see(${ids.map(({ id }) => id)}::uuid[]) as pages`
		);
		return this.sentences.flatMap((id, nth) =>
			String(seen?.[0]?.pages).includes(id) ? [nth] : []
		);
	}
}

/** Every page about plans, one after the other; what is refused adds nothing. */
const allThatISee = `
	create function pg_temp.all_that_i_see(ids uuid[]) returns text language plpgsql as $$
	declare
		id uuid;
		pages text := concat(public.clients_page((public.begin_look('list') ->> 'visit')::uuid), public.plan_page(), public.circle_page());
	begin
		foreach id in array ids loop
			pages := concat(pages, public.client_page(id, (public.begin_look('plan', id) ->> 'visit')::uuid));
			begin
				pages := concat(pages, public.supported_page(id));
			exception when sqlstate 'PT404' then null;
			end;
		end loop;
		return pages;
	end;
	$$;
	grant execute on function pg_temp.all_that_i_see(uuid[]) to public`;

test('no sequence of acts shows a sentence to somebody who is not named at it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 30, size: 'max' }), (acts) =>
			pretend(database.sql, async (sql) => {
				const world = await World.begin(sql);
				const named = new Named();
				for (const it of acts) {
					await world.act(it);
					named.act(it);
					if (it.kind === 'invite') continue;
					const touched = 'reader' in it ? it.reader : 'worker' in it ? it.worker : null;
					for (const reader of touched ? [touched, 'cas'] : [...neighbours, ...workers]) {
						expect(await world.reads(reader), `${reader} after ${it.kind}`).toEqual(
							named.reads(reader)
						);
					}
				}
			})
		),
		{ seed, numRuns: Number(process.env.RUNS ?? 40) }
	);
});
