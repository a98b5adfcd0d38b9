import { expect, test } from 'vitest';
import { cards, fold } from './cards';

test('three cards stay in view, in the order given, and the rest is folded away', () => {
	const all = [...cards('meetup', ['Soep']), ...cards('step', ['a', 'b', 'c'])];
	const { shown, folded } = fold(all);
	expect(shown.map(({ item }) => item)).toEqual(['Soep', 'a', 'b']);
	expect(folded).toEqual([{ kind: 'step', item: 'c' }]);
});

test('with three cards or fewer nothing is folded away', () => {
	expect(fold(cards('step', ['a', 'b', 'c'])).folded).toEqual([]);
	expect(fold([])).toEqual({ shown: [], folded: [] });
});
