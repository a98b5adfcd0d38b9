import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seed } from '../races/chance.ts';
import {
	answer,
	appointFacilitator,
	moveIn,
	openNeighbourhood,
	startGroup,
	type Neighbour
} from '../races/neighbours.ts';
import { brokenRules } from '../races/rules.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { Chairs } from './chairs-model.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const PEOPLE = 7;
const MINUTE = 60_000;

let database: TestDatabase;
let neighbourhoodId: string;
let people: Neighbour[];
let facilitatorId: string;

beforeAll(async () => {
	database = await openTestDatabase('verbs');
	neighbourhoodId = await openNeighbourhood(database.sql);
	people = await moveIn(database, neighbourhoodId, PEOPLE);
	await appointFacilitator(database, neighbourhoodId);
	const [row] = await database.sql<{ id: string }[]>`select profile_id as id from public.staff`;
	facilitatorId = row!.id;
	console.info(`verbs: SEED=${seed}`);
});
afterAll(() => database.close());

const who = fc.nat({ max: PEOPLE - 1 });
const week = fc.nat({ max: 7 });
const weekday = fc.integer({ min: 1, max: 7 });
const time = fc.constantFrom('07:00', '10:30', '14:00', '19:30', '22:00');
const verb = <K extends string, T extends object>(
	kind: K,
	fields: { [F in keyof T]: fc.Arbitrary<T[F]> }
) => fc.record({ ...fields, kind: fc.constant(kind) }) as unknown as fc.Arbitrary<T & { kind: K }>;

const chairVerb = fc.oneof(
	verb('ask', { who }),
	verb('wait', { who }),
	verb('wait', { who }),
	verb('withdraw', { who }),
	verb('welcome', { other: who, facilitator: fc.boolean(), who }),
	verb('welcomeSomeone', {}),
	verb('leave', { who }),
	verb('undo', { who }),
	verb('handOver', { who, other: who }),
	verb('capacity', { chairs: fc.integer({ min: 3, max: 6 }) })
);
const weekVerb = fc.oneof(
	verb('skip', { who, week }),
	verb('skip', { who, week }),
	verb('attend', { who, week }),
	verb('guest', { who, week, comes: fc.boolean() }),
	verb('guest', { who, week, comes: fc.constant(true) }),
	verb('move', { week, days: fc.integer({ min: -9, max: 12 }), time }),
	verb('cancel', { week }),
	verb('restore', { week }),
	verb('pause', { days: fc.integer({ min: 1, max: 40 }) }),
	verb('resume', {}),
	verb('change', { weekday, time }),
	verb('clock', { minutes: fc.integer({ min: 1, max: 3 * 24 * 60 }) }),
	verb('clock', { minutes: fc.integer({ min: 1, max: 12 * 24 * 60 }) })
);
type Verb =
	typeof chairVerb extends fc.Arbitrary<infer C>
		? C | (typeof weekVerb extends fc.Arbitrary<infer W> ? W : never)
		: never;

/** One group from its start, in a transaction of which nothing stays. */
class Life {
	readonly #sql: postgres.TransactionSql;
	readonly #groupId: string;
	readonly #chairs: Chairs;
	readonly #byHand = new Set<string>();

	private constructor(sql: postgres.TransactionSql, groupId: string, now: number) {
		this.#sql = sql;
		this.#groupId = groupId;
		this.#chairs = new Chairs(0, 3, now, (who) => people[who]!.residentId);
	}

	static async begin(sql: postgres.TransactionSql, now: number) {
		await Life.#be(sql, people[0]!.userId, now);
		return new Life(sql, await startGroup(sql, neighbourhoodId, 3), now);
	}

	/** Does it, in the database and in the model, and compares all there is to compare. */
	async act(verb: Verb) {
		const { answered, expected } = await this.#do(verb);
		if (expected !== undefined) expect(answered).toBe(expected);
		expect(await brokenRules(this.#sql)).toEqual([]);
		expect(await this.#places()).toEqual({
			capacity: this.#chairs.capacity,
			members: this.#chairs.members.map((member) => member.who).sort(),
			hosts: this.#chairs.host === null ? [] : [this.#chairs.host],
			asking: this.#chairs.asking,
			line: this.#chairs.line
		});
		expect(await this.#wrongWeeks()).toEqual([]);
	}

	async #do(verb: Verb): Promise<{ answered: string; expected?: string }> {
		const group = this.#groupId;
		const chairs = this.#chairs;
		const host = chairs.host ?? 0;
		switch (verb.kind) {
			case 'ask':
				return this.#both(
					verb.who,
					chairs.ask(verb.who),
					(sql) => sql`select public.ask_for_chair(${group})`
				);
			case 'wait':
				return this.#both(
					verb.who,
					chairs.wait(verb.who),
					(sql) => sql`select public.wait_for_chair(${group})`
				);
			case 'withdraw':
				return this.#both(
					verb.who,
					chairs.withdraw(verb.who),
					(sql) => sql`select public.withdraw_request(${group})`
				);
			case 'welcome':
			case 'welcomeSomeone': {
				const by = verb.kind === 'welcome' ? (verb.facilitator ? 'facilitator' : verb.who) : host;
				const other = verb.kind === 'welcome' ? verb.other : (chairs.asking[0] ?? 1);
				const { residentId } = people[other]!;
				return this.#both(
					by,
					chairs.welcome(by, other),
					(sql) => sql`select public.welcome(${group}, ${residentId})`
				);
			}
			case 'leave':
				return this.#both(
					verb.who,
					chairs.leave(verb.who),
					(sql) => sql`select public.leave_group(${group})`
				);
			case 'undo':
				return this.#both(
					verb.who,
					chairs.undo(verb.who),
					(sql) => sql`select public.undo_leave(${group})`
				);
			case 'handOver':
				return this.#both(
					verb.who,
					chairs.handOver(verb.who, verb.other),
					(sql) => sql`select public.hand_over(${group}, ${people[verb.other]!.residentId})`
				);
			case 'capacity':
				return this.#both(
					host,
					chairs.changeCapacity(host, verb.chairs),
					(sql) => sql`select public.change_capacity(${group}, ${verb.chairs})`
				);
			case 'clock':
				chairs.now += verb.minutes * MINUTE;
				return this.#both(host, '', (sql) => sql`select public.run_due_jobs()`);
			case 'pause':
				return this.#says(
					host,
					(sql) => sql`
						select public.pause_group(${group}, private.local_date(private.clock(), 'Europe/Amsterdam') + ${verb.days}::integer)
					`
				);
			case 'resume':
				return this.#says(host, (sql) => sql`select public.resume_group(${group})`);
			case 'change':
				return this.#says(
					host,
					(sql) => sql`select public.change_moment(${group}, ${verb.weekday}, ${verb.time}, 60)`
				);
			default:
				return this.#inOneWeek(verb, host);
		}
	}

	async #inOneWeek(verb: Extract<Verb, { week: number }>, host: number) {
		const [meetup] = await this.#sql<{ id: string; day: string }[]>`
			select id, private.local_date(starts_at, 'Europe/Amsterdam')::text as day
			from public.meetups where group_id = ${this.#groupId} and starts_at > private.clock()
			order by starts_at offset ${verb.week} limit 1
		`;
		if (!meetup) return { answered: '' };
		const { id } = meetup;
		switch (verb.kind) {
			case 'skip':
				return this.#says(verb.who, (sql) => sql`select public.skip_meetup(${id})`);
			case 'attend':
				return this.#says(verb.who, (sql) => sql`select public.attend_meetup(${id})`);
			case 'guest':
				return this.#says(
					verb.who,
					(sql) => sql`select public.answer_as_guest(${id}, ${verb.comes})`
				);
			case 'move':
				return this.#says(
					host,
					(sql) =>
						sql`select public.move_meetup(${id}, ${meetup.day}::date + ${verb.days}::integer, ${verb.time}, 'Feest')`
				);
			case 'cancel':
				return this.#says(host, (sql) => sql`select public.cancel_meetup(${id}, 'Storm')`);
			case 'restore':
				this.#byHand.add(id);
				return this.#says(host, (sql) => sql`select public.restore_meetup(${id})`);
		}
	}

	async #both(
		by: number | 'facilitator',
		expected: string,
		query: (sql: postgres.TransactionSql) => PromiseLike<postgres.Row[]>
	) {
		return { ...(await this.#says(by, query)), expected };
	}

	/** What the verb answers, with all that waits for the end of its transaction done. */
	async #says(
		by: number | 'facilitator',
		query: (sql: postgres.TransactionSql) => PromiseLike<postgres.Row[]>
	) {
		const userId = by === 'facilitator' ? facilitatorId : people[by]!.userId;
		await Life.#be(this.#sql, userId, this.#chairs.now);
		let refused: unknown;
		const answered = await this.#sql
			.savepoint(async (sql) => {
				const row = await query(sql);
				await sql.unsafe('set constraints all immediate; set constraints all deferred');
				return answer(Promise.resolve(row));
			})
			.catch((error: unknown) => {
				refused = error;
			});
		return { answered: refused ? await answer(Promise.reject(refused)) : String(answered) };
	}

	static async #be(sql: postgres.TransactionSql, userId: string, now: number) {
		await sql`
			select set_config('request.jwt.claim.sub', ${userId}, true),
				set_config('buurtplein.now', ${new Date(now).toISOString()}, true)
		`;
	}

	async #places() {
		const [row] = await this.#sql<
			Record<'members' | 'hosts' | 'asking' | 'line', string[]>[] & { capacity: number }[]
		>`
			select g.capacity,
				array(select resident_id::text from public.memberships where group_id = g.id) as members,
				array(select resident_id::text from public.memberships where group_id = g.id and is_host) as hosts,
				array(select resident_id::text from public.chair_requests where group_id = g.id order by asked_at) as asking,
				array(select resident_id::text from public.waitlist where group_id = g.id order by since) as line
			from public.groups g where g.id = ${this.#groupId}
		`;
		const numbers = (ids: string[]) =>
			ids.map((id) => people.findIndex((person) => person.residentId === id));
		return {
			capacity: row!.capacity,
			members: numbers(row!.members).sort(),
			hosts: numbers(row!.hosts),
			asking: numbers(row!.asking),
			line: numbers(row!.line)
		};
	}

	/** Weeks that break the weekly rule: not at its moment, at rest while it should not, or missing. */
	#wrongWeeks() {
		return this.#sql`
			with weeks as (
				select m.*, g.paused_until, n.time_zone,
					private.meetup_moment(m.week, g.weekday, g.starts_at, n.time_zone) as moment,
					private.local_date(m.starts_at, n.time_zone) as day,
					lead(m.week) over (order by m.week) as next_week
				from public.meetups m
				join public.groups g on g.id = m.group_id
				join public.neighbourhoods n on n.id = g.neighbourhood_id
				where g.id = ${this.#groupId}
			)
			select 'not at its moment' as rule, week::text, state, starts_at from weeks
			where state = 'planned' and starts_at <> moment
				and week > private.local_date(private.clock(), time_zone)
			union all
			select 'planned in a pause', week::text, state, starts_at from weeks
			where state = 'planned' and starts_at > private.clock() and day < paused_until
				and id <> all (${[...this.#byHand]}::uuid[])
			union all
			select 'at rest without a pause', week::text, state, starts_at from weeks
			where state = 'paused' and starts_at > private.clock() and moment > private.clock()
				and (paused_until is null or day >= paused_until)
			union all
			select 'a week is missing after', week::text, state, starts_at from weeks
			where next_week <> week + 7
		`;
	}
}

async function pretend(run: (sql: postgres.TransactionSql) => Promise<void>) {
	const undone = new Error('undone');
	await database.sql
		.begin(async (sql) => {
			await run(sql);
			throw undone;
		})
		.catch((error: unknown) => {
			if (error !== undone) throw error;
		});
}

// Before the wall clock, by which the line is ordered, and around both changes of the clock.
const begins = fc
	.constantFrom('2024-03-24', '2024-10-20', '2024-12-28', '2025-06-04')
	.chain((day) =>
		fc.nat({ max: 7 * 24 * 60 }).map((minutes) => Date.parse(day) + minutes * MINUTE)
	);

/** A guest gets a chair after the moved day has passed; then the pause ends before the usual day. */
const movedThenPaused: Verb[] = [
	{ kind: 'wait', who: 1 },
	{ kind: 'welcomeSomeone' },
	{ kind: 'wait', who: 2 },
	{ kind: 'welcomeSomeone' },
	{ kind: 'wait', who: 3 },
	{ kind: 'skip', who: 1, week: 1 },
	{ kind: 'guest', who: 3, week: 1, comes: true },
	{ kind: 'move', week: 1, days: -1, time: '14:00' },
	{ kind: 'pause', days: 20 },
	{ kind: 'clock', minutes: 12_600 },
	{ kind: 'leave', who: 2 },
	{ kind: 'resume' }
];

test('any order of verbs keeps every rule, and does what the model says', async () => {
	await fc.assert(
		fc.asyncProperty(
			begins,
			fc.array(fc.oneof(chairVerb, chairVerb, weekVerb), {
				minLength: 1,
				maxLength: 60,
				size: 'max'
			}),
			(now, verbs) =>
				pretend(async (sql) => {
					const life = await Life.begin(sql, now);
					for (const verb of verbs as Verb[]) await life.act(verb);
				})
		),
		{
			seed,
			numRuns: Number(process.env.RUNS ?? 100),
			examples: [[Date.parse('2024-03-25'), movedThenPaused]]
		}
	);
});
