import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chanceOf, seed } from '../../races/chance.ts';
import { generateMutants } from './generate.ts';
import { Judge, type Judgement, type Verdict } from './judge.ts';
import { ledger } from './ledger.ts';

const SAMPLE = process.env.MUTANTS === 'all' ? Infinity : Number(process.env.MUTANTS ?? 60);

vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 60_000 });

let judge: Judge;
beforeAll(async () => {
	judge = await Judge.open();
});
afterAll(() => judge.close());

test('with nothing changed every check passes', async () => {
	expect(await judge.healthy()).toMatchObject({ verdict: 'survived', by: '' });
});

test('the ledger names only mutants that there are', async () => {
	const names = new Set((await generateMutants(judge.sql)).map(({ name }) => name));
	expect(Object.keys(ledger).filter((name) => !names.has(name))).toEqual([]);
});

test('a weakened guard makes a check fail', async () => {
	const all = await generateMutants(judge.sql);
	const sample = chanceOf(7).shuffled(all).slice(0, SAMPLE);
	const judged: Judgement[] = [];
	for (const mutant of sample) {
		judged.push(
			await judge.judge({ ...mutant, equivalent: ledger[mutant.name] ?? mutant.equivalent })
		);
	}
	const of = (verdict: Verdict) => judged.filter((it) => it.verdict === verdict);
	const [killed, survived, invalid, equivalent] = (
		['killed', 'survived', 'invalid', 'equivalent'] as const
	).map(of) as [Judgement[], Judgement[], Judgement[], Judgement[]];
	console.info(
		`mutants: ${sample.length} of ${all.length}, SEED=${seed}: ${killed.length} killed, ` +
			`${survived.length} survived, ${invalid.length} invalid, ${equivalent.length} equivalent`
	);
	if (process.env.MUTANTS) {
		for (const { mutant, by } of [...invalid, ...equivalent])
			console.info(`${mutant.name}\n    ${by}`);
	}
	expect(survived.map(({ mutant }) => mutant.name)).toEqual([]);
});
