import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createUser, openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
	deadlocks,
	moveIn,
	openNeighbourhood,
	startGroup,
	telephone,
	type Neighbour
} from './neighbours.ts';

const ROUNDS = 25;
const WORDS = 'Ik wil zwemmen.';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let owner: Neighbour;
let supporter: Neighbour;
let workers: postgres.Sql[];
let supporterId: string;
let relationId: string;
let sentenceId: string;

beforeAll(async () => {
	database = await openTestDatabase('taking_back');
	const { sql } = database;
	const neighbourhoodId = await openNeighbourhood(sql);
	const people = await moveIn(database, neighbourhoodId, 2);
	[owner, supporter] = people as [Neighbour, Neighbour];
	const groupId = await startGroup(owner.phone, neighbourhoodId);
	await sql`
		insert into public.memberships (group_id, resident_id, since)
		values (${groupId}, ${supporter.residentId}, now())
	`;
	await owner.phone`
		select public.start_goal(gen_random_uuid(), ${WORDS}, null, '2026-01-01', '2026-03-01')
	`;
	const [wish] = await sql<{ id: string }[]>`select id from public.goal_sentences`;
	sentenceId = wish!.id;
	await owner.phone`select public.invite_supporter(${supporter.residentId})`;
	const [asked] = await sql<{ id: string }[]>`select id from public.supporters`;
	supporterId = asked!.id;
	await supporter.phone`select public.answer_support(${supporterId}, true)`;
	const account = await createUser(sql);
	await sql`insert into public.profiles (id) values (${account})`;
	const [relation] = await sql<{ id: string }[]>`
		with organisation as (insert into care.organisations (name) values ('Nabij') returning id),
		worker as (
			insert into care.workers (organisation_id, profile_id, first_name)
			select id, ${account}, 'Jo' from organisation returning id, organisation_id
		),
		consent as (
			insert into care.consents (client_id, organisation_id, version, given_at)
			select ${owner.userId}, id, 1, now() from organisation
		)
		insert into care.relations (client_id, worker_id, organisation_id, started_on)
		select ${owner.userId}, id, organisation_id, current_date - 1 from worker returning id
	`;
	relationId = relation!.id;
	await sql`update private.limits set most = 100000 where kind ~ '^refused_look|^invite'`;
	const claims = JSON.stringify({ role: 'authenticated', aal: 'aal2', sub: account });
	workers = [1, 2, 3].map(() =>
		database.connect({
			max: 1,
			fetch_types: false,
			connection: { role: 'authenticated', 'request.jwt.claims': claims }
		})
	);
	await Promise.all(workers.map((worker) => worker`select 1`));
});
afterAll(async () => {
	expect(await deadlocks(database.sql)).toBe(0);
	await database.close();
});

type Phone = postgres.Sql | postgres.TransactionSql;
const shows = async (query: PromiseLike<postgres.Row[]>) =>
	JSON.stringify(await query).includes(WORDS);
const readers = {
	supporter: {
		id: () => supporterId,
		phones: () => [supporter.phone],
		read: (phone: Phone) => shows(phone`select public.supported_page(${supporterId})`)
	},
	worker: {
		id: () => relationId,
		phones: () => workers,
		read: async (phone: Phone) => {
			const [look] =
				await phone`select public.begin_look('plan', ${relationId}) ->> 'visit' as visit`;
			return shows(phone`select public.client_page(${relationId}, ${look!.visit})`);
		}
	}
};
const lets = (phone: Phone, id: string, reads: boolean) =>
	phone`select public.set_reader(${sentenceId}, ${id}, ${reads})`;

const giveCode = (code: string) =>
	database.sql`
		insert into care.invitations (worker_id, code_hash, made_at, expires_at)
		select id, private.keyed_hash(${`circle:${code}`}), now(), now() + interval '1 day'
		from care.workers
	`;

/** Waits until so many queries wait for a lock; fails when they never do. */
const somebodyWaits = (many = 1) =>
	vi.waitFor(
		async () => {
			const [row] = await database.sql<{ waiting: number }[]>`
				select count(*)::int as waiting from pg_stat_activity
				where datname = current_database() and wait_event_type = 'Lock'
			`;
			expect(row!.waiting).toBeGreaterThanOrEqual(many);
		},
		{ interval: 5, timeout: 5_000 }
	);

describe.each(Object.entries(readers))(
	'taking a sentence back from a %s',
	(_, { id, phones, read }) => {
		test('waits for a read that is under way, and the next read shows nothing', async () => {
			await lets(owner.phone, id(), true);
			let answered = false;
			let takenBack: Promise<unknown> | undefined;
			await phones()[0]!.begin(async (phone) => {
				expect(await read(phone)).toBe(true);
				takenBack = lets(owner.phone, id(), false).then(() => (answered = true));
				await somebodyWaits();
				expect(answered).toBe(false);
			});
			await takenBack;
			expect(await read(phones()[0]!)).toBe(false);
		});

		test('is waited for by a read that comes in between', async () => {
			await lets(owner.phone, id(), true);
			let between: Promise<boolean> | undefined;
			await owner.phone.begin(async (phone) => {
				await lets(phone, id(), false);
				between = read(phones()[0]!);
				await somebodyWaits();
			});
			expect(await between).toBe(false);
		});

		test('holds from its answer on, however many read at that moment', async () => {
			for (let round = 1; round <= ROUNDS; round++) {
				await lets(owner.phone, id(), true);
				const during = phones().flatMap((phone) => [read(phone), read(phone)]);
				await lets(owner.phone, id(), false);
				const after = await Promise.all(phones().map(read));
				expect(after, `round ${round}`).not.toContain(true);
				await Promise.all(during);
			}
		});
	}
);

test('ending the consent holds from its answer on, on every page of the worker', async () => {
	const { read } = readers.worker;
	for (let round = 1; round <= ROUNDS; round++) {
		await lets(owner.phone, relationId, true);
		const during = workers.flatMap((worker) => [
			read(worker),
			worker`select public.clients_page((public.begin_look('list') ->> 'visit')::uuid)`
		]);
		await owner.phone`select public.withdraw_consent(${relationId})`;
		const pages = await Promise.all(
			workers.map(
				(worker) => worker`
				select public.client_page(${relationId}, null) ->> 'refused' as page, jsonb_array_length(
					public.clients_page((public.begin_look('list') ->> 'visit')::uuid) -> 'clients'
				) as clients
			`
			)
		);
		for (const [page] of pages) expect(page).toEqual({ page: 'not_found', clients: 0 });
		await Promise.all(during);
		await database.sql`
			update care.relations set ended_on = null where id = ${relationId}
		`;
		await database.sql`
			update care.consents set withdrawn_at = null where client_id = ${owner.userId}
		`;
	}
});

describe('agreeing on one telephone and ending it on another', () => {
	let client: string;
	let phones: [postgres.Sql, postgres.Sql];
	// Awaited here: a query is sent once somebody waits for it.
	const agree = async (phone: Phone, code: string) => {
		await phone`select public.accept_circle_code(${code}, ${code}, 1)`;
	};
	const left = async () => {
		const [row] = await database.sql<{ consents: number; relations: number; id: string }[]>`
			select
				(select count(*)::int from care.consents
					where client_id = ${client} and withdrawn_at is null) as consents,
				count(*) filter (where ended_on is null)::int as relations,
				(array_agg(id))[1] as id
			from care.relations where client_id = ${client}
		`;
		return row!;
	};

	beforeAll(async () => {
		const people = await moveIn(database, await openNeighbourhood(database.sql), 1);
		client = people[0]!.userId;
		phones = [people[0]!.phone, telephone(database, client)];
		await phones[1]`select 1`;
		await giveCode('20000000');
		await agree(phones[0], '20000000');
	});

	test('leaves support with a consent, or neither', async () => {
		for (let round = 1; round <= ROUNDS; round++) {
			const code = String(20_000_000 + round);
			const { id } = await left();
			await giveCode(code);
			await Promise.all([
				agree(phones[round % 2]!, code),
				phones[(round + 1) % 2]!`select public.withdraw_consent(${id})`
			]);
			const { consents, relations } = await left();
			expect(relations, `round ${round}`).toBe(consents);
		}
	});

	test('ends what is being agreed to at that moment, also by the support of before', async () => {
		// Support that was ended for them, while the consent is not closed yet.
		const code = '30000000';
		await giveCode(code);
		await agree(phones[0], code);
		await database.sql`update care.relations set ended_on = current_date where client_id = ${client}`;
		const { id } = await left();
		await giveCode(code);
		let answered = false;
		let both: Promise<unknown> | undefined;
		await database.sql.begin(async (sql) => {
			await sql`select from care.workers for update`;
			const agreeing = agree(phones[0], code);
			await somebodyWaits();
			const ending = phones[1]`select public.withdraw_consent(${id})`.then(() => (answered = true));
			both = Promise.all([agreeing, ending]);
			await somebodyWaits(2);
			expect(answered).toBe(false);
		});
		await both;
		expect(await left()).toMatchObject({ consents: 0, relations: 0 });
	});
});

test('one code on several telephones makes one client of one of them', async () => {
	const people = await moveIn(database, await openNeighbourhood(database.sql), 4);
	for (let round = 1; round <= ROUNDS; round++) {
		const code = String(10_000_000 + round);
		await giveCode(code);
		const answers = await Promise.all(
			people.map(
				({ phone }, nth) => phone`
				select public.accept_circle_code(${code}, ${`${round} ${nth}`}, 1) as kind
			`
			)
		);
		expect(answers.flat().filter(({ kind }) => kind === 'worker')).toHaveLength(1);
	}
});
