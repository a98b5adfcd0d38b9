import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refuse, sentences } from './database-error';

const migrations = globSync('supabase/migrations/*.sql').map((file) => readFileSync(file, 'utf8'));
const hints = new Set(
	migrations.flatMap((sql) => [...sql.matchAll(/hint = '(\w+)'/g)].map((match) => match[1]!))
);

test('every hint that SQL raises has a sentence, and every sentence a hint', () => {
	expect(Object.keys(sentences).sort()).toEqual([...hints].sort());
});

test('a rule that says no keeps its status and says its sentence', () => {
	expect(() => refuse({ hint: 'group_full', code: 'PT409' }, 409)).toThrow(
		expect.objectContaining({
			status: 409,
			body: { message: sentences.group_full(), hint: 'group_full' }
		})
	);
});

test.each([
	[0, {}, 503],
	[503, {}, 503],
	[400, { code: '22P02', hint: 'a hint of PostgreSQL' }, 404],
	[401, { code: 'PGRST303' }, 401],
	[403, { code: '42501', hint: null }, 403],
	[400, { code: '42883' }, 500]
])('status %i with %o answers %i and nothing of the database', (status, failure, answer) => {
	const hints: Record<number, string> = {
		401: 'sign_in_first',
		403: 'not_allowed',
		404: 'not_found'
	};
	expect(() => refuse(failure, status)).toThrow(
		expect.objectContaining({
			status: answer,
			body: {
				message: expect.not.stringContaining('PostgreSQL'),
				...(answer in hints && { hint: hints[answer] })
			}
		})
	);
});
