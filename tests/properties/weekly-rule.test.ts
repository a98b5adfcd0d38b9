import fc from 'fast-check';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
	moveIn,
	openNeighbourhood,
	pretend,
	startGroup,
	type Neighbour
} from '../races/neighbours.ts';
import { chanceOf, seed } from '../races/chance.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const ZONE = 'Europe/Amsterdam';
const FIRST_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const WEEKS = 522;

let database: TestDatabase;
let neighbourhoodId: string;
let host: Neighbour;

beforeAll(async () => {
	database = await openTestDatabase('weekly_rule');
	// All weeks are counted in the end, also those that would be past their term.
	await database.sql`delete from private.retention where table_name = 'public.meetups'`;
	neighbourhoodId = await openNeighbourhood(database.sql);
	[host] = (await moveIn(database, neighbourhoodId, 1)) as [Neighbour];
	console.info(`weekly rule: SEED=${seed}`);
});
afterAll(() => database.close());

const weekday = fc.integer({ min: 1, max: 7 });
/** A start from seven in the morning to ten in the evening, as minutes after midnight. */
const start = fc.integer({ min: 7 * 60, max: 22 * 60 });

const clockTime = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const local = new Intl.DateTimeFormat('en-CA', {
	timeZone: ZONE,
	dateStyle: 'short',
	timeStyle: 'short',
	hourCycle: 'h23'
});

test('ten years of every weekday and half hour keep the local hour', async () => {
	const rows = await database.sql`
		with moments as (
			select weekday, at_time, week, private.meetup_moment(week, weekday, at_time, ${ZONE}) as moment
			from generate_series(1, 7) weekday
			cross join (
				select time '07:00' + n * interval '30 minutes' as at_time from generate_series(0, 30) n
			) times
			cross join (select date '2024-01-01' + 7 * n as week from generate_series(0, ${WEEKS - 1}) n) weeks
		), steps as (
			select *, moment at time zone ${ZONE} as wall,
				moment - lag(moment) over (partition by weekday, at_time order by week) as step
			from moments
		)
		select weekday, at_time
		from steps
		group by weekday, at_time
		having bool_or(wall::time <> at_time)
			or bool_or(extract(isodow from wall) <> weekday)
			or bool_or(date_trunc('week', wall) <> week)
			or count(*) <> ${WEEKS}
			or count(*) filter (where step = interval '167 hours') <> 10
			or count(*) filter (where step = interval '169 hours') <> 10
			or count(*) filter (where step = interval '168 hours') <> ${WEEKS - 21}
	`;
	expect(rows).toEqual([]);
});

test('the database and this machine agree on the hour, most of all when the clock changes', async () => {
	const week = fc.oneof(
		fc.integer({ min: 0, max: WEEKS - 1 }),
		fc
			.record({ year: fc.integer({ min: 2024, max: 2033 }), month: fc.constantFrom(2, 9) })
			.map(({ year, month }) => {
				const lastDay = new Date(Date.UTC(year, month + 1, 0));
				const lastSunday = lastDay.getTime() - lastDay.getUTCDay() * DAY;
				return Math.floor((lastSunday - FIRST_MONDAY) / (7 * DAY));
			})
	);
	await fc.assert(
		fc.asyncProperty(week, weekday, start, async (week, weekday, start) => {
			const monday = new Date(FIRST_MONDAY + week * 7 * DAY).toISOString().slice(0, 10);
			const [row] = await database.sql<{ moment: Date }[]>`
				select private.meetup_moment(${monday}, ${weekday}, ${clockTime(start)}, ${ZONE}) as moment
			`;
			const day = new Date(FIRST_MONDAY + (week * 7 + weekday - 1) * DAY)
				.toISOString()
				.slice(0, 10);
			expect(local.format(row!.moment)).toBe(`${day}, ${clockTime(start)}`);
		}),
		{ seed, numRuns: 300 }
	);
});

const life = fc.record({ begins: fc.integer({ min: 0, max: 7 * 24 * 60 }), stream: fc.nat() });

/** Ten years in steps of up to two weeks; now and then the group chooses another moment. */
function* tenYears(stream: number) {
	const chance = chanceOf(stream);
	const rule = () => ({
		weekday: 1 + chance.below(7),
		at_time: clockTime(420 + chance.below(901))
	});
	yield { minutes: 0, change: rule() };
	for (let passed = 0; passed < (WEEKS * 7 * DAY) / 60_000;) {
		const minutes = 1 + chance.below(14 * 24 * 60);
		passed += minutes;
		yield { minutes, change: chance.below(30) ? null : rule() };
	}
}

test('ten years of jobs run now and then: eight meetups ahead, each week once', async () => {
	await fc.assert(
		fc.asyncProperty(life, async ({ begins, stream }) => {
			await pretend(database.sql, async (sql) => {
				await sql`select set_config('request.jwt.claim.sub', ${host.userId}, true)`;
				await sql.unsafe(liveYears);
				const begin = new Date(FIRST_MONDAY + begins * 60_000).toISOString();
				await sql`select set_config('buurtplein.now', ${begin}, true)`;
				const groupId = await startGroup(sql, neighbourhoodId);
				const wrong = await sql`
					select * from pg_temp.live(${groupId}, ${sql.json([...tenYears(stream)])})
				`;
				expect(wrong.slice(0, 3)).toEqual([]);
				await expectEachWeekOnce(sql, groupId);
			});
		}),
		{ seed, numRuns: 7, endOnFailure: true }
	);
});

/** The years themselves: one call, because thousands of small ones take minutes. */
const liveYears = `
	create function pg_temp.live(group_id uuid, steps jsonb)
	returns table (at timestamptz, ahead integer, elsewhere integer) language plpgsql as $$
	declare
		step jsonb;
		rule jsonb;
	begin
		for step in select jsonb_array_elements(steps) loop
			perform set_config('buurtplein.now', (
				private.clock() + make_interval(mins => (step ->> 'minutes')::integer)
			)::text, true);
			if step -> 'change' <> 'null' then
				rule := step -> 'change';
				perform public.change_moment(
					group_id, (rule ->> 'weekday')::integer, (rule ->> 'at_time')::time, 90
				);
			end if;
			perform public.run_due_jobs();
			return query
				select private.clock(), count(*)::integer, count(*) filter (
					where m.week > private.local_date(private.clock(), '${ZONE}')
						and m.starts_at <> private.meetup_moment(
							m.week, (rule ->> 'weekday')::integer, (rule ->> 'at_time')::time, '${ZONE}'
						)
				)::integer
				from public.meetups m
				where m.group_id = live.group_id and m.starts_at > private.clock()
				having count(*) < 8 or count(*) filter (
					where m.week > private.local_date(private.clock(), '${ZONE}')
						and m.starts_at <> private.meetup_moment(
							m.week, (rule ->> 'weekday')::integer, (rule ->> 'at_time')::time, '${ZONE}'
						)
				) > 0;
		end loop;
	end;
	$$
`;

async function expectEachWeekOnce(sql: postgres.TransactionSql, groupId: string) {
	const [weeks] = await sql`
		select count(*)::integer as meetups,
			count(distinct date_trunc('week', starts_at at time zone ${ZONE}))::integer as weeks,
			((max(week) - min(week)) / 7 + 1)::integer as span,
			bool_and(date_trunc('week', starts_at at time zone ${ZONE}) = week) as in_their_week
		from public.meetups where group_id = ${groupId}
	`;
	expect(weeks).toEqual({
		meetups: weeks!.meetups,
		weeks: weeks!.meetups,
		span: weeks!.meetups,
		in_their_week: true
	});
	expect(weeks!.meetups).toBeGreaterThan(WEEKS);
}
