import type postgres from 'postgres';
import { expect } from 'vitest';
import { answer, startGroup, type Neighbour } from '../races/neighbours.ts';
import { brokenRules } from '../races/rules.ts';
import { Chairs } from './chairs-model.ts';
import type { Verb } from './verbs.ts';

export const MINUTE = 60_000;

export type Street = { neighbourhoodId: string; people: Neighbour[]; facilitatorId: string };

/** One group from its start, in a transaction of which nothing stays. */
export class Life {
	readonly #sql: postgres.TransactionSql;
	readonly #street: Street;
	readonly #groupId: string;
	readonly #chairs: Chairs;
	readonly #byHand = new Set<string>();
	#dayTaken: string[] = [];

	private constructor(sql: postgres.TransactionSql, street: Street, groupId: string, now: number) {
		this.#sql = sql;
		this.#street = street;
		this.#groupId = groupId;
		this.#chairs = new Chairs(0, 3, now, (who) => street.people[who]!.residentId);
	}

	static async begin(sql: postgres.TransactionSql, street: Street, now: number) {
		await Life.#be(sql, street.people[0]!.userId, now);
		return new Life(sql, street, await startGroup(sql, street.neighbourhoodId, 3), now);
	}

	/** Does it, in the database and in the model, and compares all there is to compare. */
	async act(verb: Verb) {
		const moved = await this.#moved();
		const { answered, expected } = await this.#do(verb);
		if (!('week' in verb)) expect(await this.#moved()).toEqual(moved);
		if (verb.kind === 'change') this.#dayTaken = await this.#whoseDayIsTaken();
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
				const { residentId } = this.#street.people[other]!;
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
					(sql) =>
						sql`select public.hand_over(${group}, ${this.#street.people[verb.other]!.residentId})`
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
		const userId =
			by === 'facilitator' ? this.#street.facilitatorId : this.#street.people[by]!.userId;
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
			ids.map((id) => this.#street.people.findIndex((person) => person.residentId === id));
		return {
			capacity: row!.capacity,
			members: numbers(row!.members).sort(),
			hosts: numbers(row!.hosts),
			asking: numbers(row!.asking),
			line: numbers(row!.line)
		};
	}

	/** When the weeks are that were moved by hand, also while they rest. */
	async #moved() {
		return this.#sql`
			select id, starts_at from public.meetups
			where group_id = ${this.#groupId} and 'moved' in (state, state_before_pause) order by id
		`;
	}

	/** Weeks that do not follow a new rule, because another was moved to their day. */
	async #whoseDayIsTaken() {
		const rows = await this.#sql<{ id: string }[]>`
			select m.id
			from public.meetups m
			join public.groups g on g.id = m.group_id
			join public.neighbourhoods n on n.id = g.neighbourhood_id
			where g.id = ${this.#groupId} and private.meets_on(
				g.id, private.meetup_moment(m.week, g.weekday, g.starts_at, n.time_zone), m.id
			)
		`;
		return rows.map((row) => row.id);
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
				and id <> all (${this.#dayTaken}::uuid[])
			union all
			select 'planned in a pause', week::text, state, starts_at from weeks
			where state = 'planned' and starts_at > private.clock() and day < paused_until
				and id <> all (${[...this.#byHand]}::uuid[])
			union all
			select 'at rest without a pause', week::text, state, starts_at from weeks
			where state = 'paused' and starts_at > private.clock()
				and (paused_until is null or day >= paused_until)
			union all
			select 'a week is missing after', week::text, state, starts_at from weeks
			where next_week <> week + 7
		`;
	}
}
