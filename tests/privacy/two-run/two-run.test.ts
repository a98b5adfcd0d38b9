import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../../supabase/local/build.js';
import { readCatalogue, readRoutes, type Catalogue } from './catalogue.ts';
import { askedByPage, costedCalls, costOfCall } from './cost.ts';
import { canaries, leaks, type Leak } from './leaks.ts';
import { functions, routes, tables } from './manifest.ts';
import { masks } from './masks.ts';
import { pairs, request, silentNo, type Pair } from './pairs.ts';
import { signInAll, type Observer } from './people.ts';
import { readPools } from './pools.ts';
import { explainFound, figures } from './report.ts';
import { openStage, type Stage } from './stage.ts';
import { anyStep, round, type Step } from './steps.ts';
import { walk, type Found, type Tally } from './walk.ts';
import { openWorld, type World } from './world.ts';

const STEPS = 30;
/** What every change is held to; `TRACES=10000` takes hours and leaves nothing out: docs/privacy.md. */
const traces = Number(process.env.TRACES ?? 200);
const whole = traces > 200;
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));
/** What a short run takes of a list too long for it: another part with every seed. */
const some = <One>(all: readonly One[], count: number) =>
	whole ? all : Array.from({ length: count }, (_, n) => all[(seed + n) % all.length]!);
/** By how many observers every door is tried. */
const breadthOf = ({ name }: Pick<Pair, 'name'>) =>
	whole
		? 24
		: [...some(pairs, 1), ...some(outsideCare, 1)].some((pair) => pair.name === name)
			? 1
			: 0;
/** A leak that is not found in so many walks is not found. */
const LEAK_TRACES = 400;
const MINUTE = 60_000;
const FOREVER = 24 * 60 * MINUTE;

/** Pairs whose secret is not in care. */
const outsideCare = [silentNo, request];
const add = pairs.find(({ name }) => name === 'add')!;
let stage: Stage;
let observers: Observer[];
let catalogue: Catalogue;

beforeAll(async () => {
	await ensureBuilt();
	stage = await openStage();
	observers = await signInAll(stage);
	await stage.onTemplate(async (sql) => {
		catalogue = await readCatalogue(sql);
	});
	console.log(`seed ${seed}, ${observers.length} observers, ${traces} traces of ${STEPS} steps`);
}, 5 * MINUTE);
afterAll(() => stage?.close(), MINUTE);

describe('the manifest has all there is', () => {
	test('every route and its actions', () => {
		const named = Object.entries(routes).map(([route, { actions = {} }]) => [
			route,
			Object.keys(actions).sort()
		]);
		const found = Object.entries(readRoutes()).map(([route, actions]) => [route, actions.sort()]);
		expect(Object.fromEntries(found)).toEqual(Object.fromEntries(named));
	});

	test('every table and function', () => {
		const found = new Set(catalogue.columns.map(({ table }) => table));
		expect([...found].sort()).toEqual(Object.keys(tables).sort());
		expect(Object.keys(catalogue.functions).sort()).toEqual(Object.keys(functions).sort());
	});
});

test('a world differs from itself in nothing', { timeout: FOREVER }, async () => {
	const same = {
		...add,
		name: 'self',
		worlds: [pairs[0]!.worlds[0], pairs[0]!.worlds[0]] as const
	};
	const { found, tally, since } = await inWorlds(same, {}, (worlds) =>
		search(worlds, same, Math.ceil(traces / 10))
	);
	console.log(figures('W0 and W0', tally, since));
	expect(found && explainFound(found, 'self', seed)).toBeNull();
});

describe('nobody can tell the two worlds apart', () => {
	test.each([...pairs, ...outsideCare])('$name: $says', { timeout: FOREVER }, async (pair) => {
		const { found, tally, since } = await inWorlds(pair, {}, (worlds) =>
			search(worlds, pair, Math.ceil(traces / pairs.length))
		);
		console.log(figures(pair.name, tally, since));
		expect(found && explainFound(found, pair.name, seed)).toBeNull();
	});
});

describe('every answer takes the same work in both worlds', () => {
	/** Pages near care, by who gets them whole: sent elsewhere, part of the work is still under way. */
	const pages = {
		elif: ['/today', '/me/circle', '/me/plan', '/me/data'],
		'wim (aal2)': ['/clients', '/me/data']
	};
	const doubled = {
		sql: `create function two_run.more_for_clients() returns jsonb language plpgsql stable
			security definer set search_path = '' as $$
			begin
				return (select jsonb_agg(private.shown_as(r.client_id)) from care.relations r);
			end $$;
			do $do$ begin
				execute replace(
					pg_get_functiondef('private.my_balance()'::regprocedure), 'begin',
					'begin perform two_run.more_for_clients();'
				);
			end $do$;
			grant execute on function two_run.more_for_clients() to authenticated;`
	};

	test.each(some(pairs, 1))('$name', { timeout: 30 * MINUTE }, async (pair) => {
		await inWorlds(pair, {}, async (worlds) => {
			const { calls, other } = await callsThatDiffer(worlds, pair);
			expect(other).toEqual([]);
			await Promise.all(worlds.map((world) => world.goBack()));
			for (const [name, paths] of Object.entries(pages)) {
				const observer = observers.find((one) => one.name === name)!;
				for (const path of paths) {
					const [left, right] = await Promise.all(
						worlds.map((world) => askedByPage(world, path, observer))
					);
					expect(left, `${path} by ${name}`).not.toEqual([]);
					expect(right, `${path} by ${name}`).toEqual(left);
				}
			}
			console.log(`${pair.name}: ${calls} calls of functions took the same work`);
		});
	});

	test('more work for more clients is found', { timeout: 30 * MINUTE }, async () => {
		const density = pairs.find(({ name }) => name === 'density')!;
		await inWorlds(density, doubled, async (worlds) => {
			expect((await callsThatDiffer(worlds, density)).other).not.toEqual([]);
		});
	});
});

/** An index has a page more from some row on, whoever that row is about. */
const PAGES_OF_AN_INDEX = 4;

const apart = (left?: number | null, right?: number | null) =>
	typeof left === 'number' && typeof right === 'number'
		? Math.abs(left - right) > PAGES_OF_AN_INDEX
		: left !== right;

async function callsThatDiffer(worlds: [World, World], { clients, workers }: Pair) {
	const who = observers
		.map(({ name }) => name)
		.filter((name) => ![...clients, ...workers].includes(name.split(' ')[0]!));
	await Promise.all(worlds.map((world) => world.goBack()));
	const calls = costedCalls(who, await readPools(worlds, clients), catalogue, seed);
	const other: string[] = [];
	for (const step of calls) {
		const observer = observers.find(({ name }) => name === step.who)!;
		const costs = () =>
			Promise.all(worlds.map((world) => costOfCall(world, step, observer, catalogue)));
		let [left, right] = await costs();
		// What was tried and rolled back leaves its litter in the tables: again, on clean ones.
		for (let again = 0; again < 2 && apart(left, right); again++) {
			await Promise.all(worlds.map((world) => world.goBack()));
			[left, right] = await costs();
		}
		if (!apart(left, right)) continue;
		other.push(
			`${step.path} by ${step.who}: ${left} and ${right} blocks, ${JSON.stringify(step.body)}`
		);
	}
	return { calls: calls.length, other };
}

describe('a leak on purpose is found', () => {
	const bySql = leaks.filter(({ sql, sqlInOne }) => sql || sqlInOne);

	test.each(some(bySql, 3))('$name', { timeout: 15 * MINUTE }, async (leak) => {
		const { found, tally } = await inWorlds(add, leak, (worlds) =>
			search(worlds, add, LEAK_TRACES, leak, { withApp: false })
		);
		expectFound(found, leak, tally);
	});

	const outside = [
		...leaks.filter((leak) => !bySql.includes(leak)),
		...Object.values(canaries).flat()
	];

	test(
		'outside the database, and right beside what a mask hides',
		{ timeout: 10 * MINUTE },
		async () => {
			expect(Object.keys(canaries)).toEqual(masks.map(({ name }) => name));
			expect(masks.length).toBeLessThanOrEqual(6);
			await inWorlds(add, {}, async (worlds) => {
				for (const leak of outside) {
					const { found, tally } = await search(worlds, add, LEAK_TRACES, leak);
					expectFound(found, leak, tally);
				}
			});
		}
	);
});

function expectFound(found: Found | null, { name, channel }: Leak, { steps }: Tally) {
	expect(found?.channel ?? 'not found', name).toMatch(channel);
	console.log(`found: ${name} (${found?.channel}, at step ${steps})`);
}

async function inWorlds<Answer>(
	{ worlds: [left, right] }: Pick<Pair, 'name'> & { worlds: readonly [string, string] },
	{ sql = '', sqlInOne = '' }: Partial<Leak>,
	use: (worlds: [World, World]) => Promise<Answer>
) {
	const withApp = !sql && !sqlInOne;
	const worlds = await Promise.all([
		openWorld(stage, 'w0', [sql, left], { withApp }),
		openWorld(stage, 'w1', [sql, sqlInOne, right], { withApp })
	]);
	try {
		return await use(worlds);
	} finally {
		await Promise.all(worlds.map((world) => world.close()));
	}
}

class Differs extends Error {
	found: Found;
	constructor(found: Found) {
		super('the worlds differ');
		this.found = found;
	}
}

/** Walks until something differs, and then looks for the shortest walk that shows it. */
async function search(
	worlds: [World, World],
	pair: Pick<Pair, 'name' | 'clients' | 'workers' | 'secret'>,
	most: number,
	leak: Partial<Leak> = {},
	{ withApp = true } = {}
) {
	const since = performance.now();
	const tally: Tally = { traces: 0, steps: 0, answers: {} };
	const who = observers
		.map(({ name }) => name)
		.filter((name) => ![...pair.clients, ...pair.workers].includes(name.split(' ')[0]!));
	const pools = await readPools(worlds, pair.clients);
	const planted = 'channel' in leak;
	const { tamper, tamperMail } = leak;
	const rows = !planted || leak.channel === 'rows';
	const { secret } = pair;
	const take = (steps: Step[]) =>
		walk(steps, seed, { stage, worlds, observers, tamper, tamperMail, rows, secret, tally });

	const doors = { app: withApp, seed, breadth: planted ? who.length : breadthOf(pair) };
	const everyDoor = tamper || tamperMail ? [] : round(who, pools, catalogue, doors);
	for (let at = 0; at < everyDoor.length; at += STEPS) {
		const found = await take(everyDoor.slice(at, at + STEPS));
		if (found) return { found, tally, since };
	}
	const step = anyStep(who, pools, catalogue, { app: withApp });
	// A step may shrink to none, so that a walk keeps its length and loses what does not matter.
	const steps = fc.array(fc.option(step, { freq: 1e6 }), { minLength: STEPS, maxLength: STEPS });
	const details = await fc.check(
		fc.asyncProperty(steps, async (some) => {
			const found = await take(some.filter((one): one is Step => one !== null));
			if (found) throw new Differs(found);
		}),
		{ seed, numRuns: most, endOnFailure: planted, interruptAfterTimeLimit: FOREVER }
	);
	if (details.failed && !(details.errorInstance instanceof Differs)) throw details.errorInstance;
	const found = details.errorInstance instanceof Differs ? details.errorInstance.found : null;
	return { found, tally, since };
}
