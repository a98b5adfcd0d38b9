import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SENTENCE_MAX } from '$lib/goals/schema';
import { NEW_PLAN, proposal } from './schema';

const goal = '8d7f0a5e-4c59-4f0e-9a53-3d2f2b0f6a11';

test('a proposed sentence may be as long as the database takes', () => {
	const sql = readFileSync('supabase/migrations/20261122100100_care.sql', 'utf8');
	expect(sql).toContain(`char_length(words) between 1 and ${SENTENCE_MAX}`);
});

test('a new plan begins with its wish, whatever else was chosen', () => {
	expect(proposal.parse({ words: ' Ik wil varen. ', goal: NEW_PLAN, kind: 'step' })).toEqual({
		words: 'Ik wil varen.',
		goalId: null,
		kind: 'want'
	});
});

test('beside a plan that is there it is said what it is', () => {
	expect(proposal.parse({ words: 'Bel het bad.', goal, kind: 'step' })).toEqual({
		words: 'Bel het bad.',
		goalId: goal,
		kind: 'step'
	});
	expect(proposal.safeParse({ words: 'x', goal }).error?.issues[0]?.path).toEqual(['kind']);
	expect(proposal.safeParse({ words: 'x', goal, kind: 'want' }).success).toBe(false);
	expect(proposal.safeParse({ words: 'x', goal: 'old', kind: 'step' }).success).toBe(false);
});
