import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type postgres from 'postgres';
import { addPgtap, installPgtap, readScript, runTap } from '../../../supabase/local/tap.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { checks } from '../access-checks.ts';
import { careChecks } from '../care-checks.ts';
import type { Mutant } from './generate.ts';

export type Verdict = 'killed' | 'survived' | 'invalid' | 'equivalent';
export type Judgement = { mutant: Mutant; verdict: Verdict; by: string };

type Script = { name: string; script: string };

const pgtapFolder = join(import.meta.dirname, '../../../supabase/tests');

/** Judges mutants one by one, each in a transaction of which nothing stays. */
export class Judge {
	#street: TestDatabase;
	#empty: TestDatabase;
	#files: Script[];

	private constructor(street: TestDatabase, empty: TestDatabase, files: Script[]) {
		this.#street = street;
		this.#empty = empty;
		this.#files = files;
	}

	static async open() {
		await installPgtap();
		const street = await openTestDatabase('mutants');
		const world = readFileSync(join(import.meta.dirname, '../access-world.sql'), 'utf8');
		await street.connect({ max: 1 }).unsafe(world);
		const empty = await openTestDatabase('mutants_pgtap');
		await addPgtap(empty.sql);
		const files = readdirSync(pgtapFolder)
			.filter((name) => name.endsWith('.sql'))
			.map((name) => ({
				name,
				// The mutant's own transaction is around it.
				script: readScript(join(pgtapFolder, name)).replace(/^(begin|rollback);$/gm, '')
			}));
		return new Judge(street, empty, files);
	}

	get sql() {
		return this.#street.sql;
	}

	async close() {
		await this.#street.close();
		await this.#empty.close();
	}

	/** Without any mutant every check has to pass, or its death would mean nothing. */
	async healthy() {
		const healthy: Mutant = { name: 'nothing changed', sql: 'select 1', about: '' };
		return this.judge(healthy);
	}

	async judge(mutant: Mutant): Promise<Judgement> {
		const verdict = (verdict: Verdict, by: string): Judgement => ({ mutant, verdict, by });
		const byCatalogue = await tried(this.#street.sql, mutant, async (sql) => {
			for (const [name, check] of Object.entries({ ...checks, ...careChecks })) {
				const failed = await sql
					.savepoint(async (inner) => {
						const { found, named } = await check(inner);
						return !isDeepStrictEqual(plain(found), plain(named));
					})
					.catch(() => true);
				if (failed) return name;
			}
			return null;
		});
		if (byCatalogue.invalid) return verdict('invalid', byCatalogue.invalid);
		if (byCatalogue.answer) return verdict('killed', byCatalogue.answer);
		for (const { name, script } of this.#nearestFirst(mutant.about)) {
			const run = await tried(this.#empty.sql, mutant, (sql) => runTap(sql, script));
			const failure = run.invalid ?? run.answer?.failures[0];
			if (failure) return verdict('killed', `${name}: ${failure.split('\n')[0]}`);
		}
		if (mutant.equivalent) return verdict('equivalent', mutant.equivalent);
		return verdict('survived', '');
	}

	#nearestFirst(about: string) {
		const names = (script: string) => Number(Boolean(about) && script.includes(about));
		return this.#files.toSorted((one, other) => names(other.script) - names(one.script));
	}
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

type Tried<T> = { answer?: T; invalid?: string };

/** Runs with the mutant in place; a mutant that PostgreSQL does not take is invalid. */
async function tried<T>(
	sql: postgres.Sql,
	mutant: Mutant,
	run: (sql: postgres.TransactionSql) => Promise<T>
): Promise<Tried<T>> {
	const result: Tried<T> = {};
	const undone = new Error('undone');
	await sql
		.begin(async (transaction) => {
			try {
				await transaction.savepoint((inner) => inner.unsafe(mutant.sql));
			} catch (error) {
				result.invalid = (error as Error).message;
				throw undone;
			}
			result.answer = await run(transaction);
			throw undone;
		})
		.catch((error: unknown) => {
			if (error !== undone) result.invalid ??= `broke: ${(error as Error).message}`;
		});
	return result;
}
