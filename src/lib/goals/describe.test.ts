import { expect, test } from 'vitest';
import { describeGoal, whoWords } from './describe.server';
import type { Goal, Plan, Sentence } from './shapes.server';

const [johanna, kees] = ['1', '2'];
const sentence = (kind: Sentence['kind'], more: Partial<Sentence> = {}): Sentence => ({
	id: kind,
	kind,
	words: `Mijn ${kind}`,
	outcome: null,
	meetup: null,
	readers: [],
	...more
});
const goal = (more: Partial<Goal> = {}): Goal => ({
	id: 'goal',
	theme: null,
	startsOn: '2026-11-01',
	endsOn: '2026-12-27',
	state: 'open',
	feeling: null,
	halfway: false,
	over: false,
	sentences: [sentence('want'), sentence('step'), sentence('can')],
	...more
});
const plan: Plan = {
	today: '2026-11-22',
	goals: [],
	readers: [
		{ id: johanna!, firstName: 'Johanna', face: 'cat' },
		{ id: kees!, firstName: 'Kees', face: 'fox' }
	],
	proposals: [],
	nextMeetups: []
};
const meetup = (ended: boolean) => ({
	id: 'meetup',
	groupName: 'Soep',
	startsAt: '2026-11-23T13:00:00Z',
	timeZone: 'Europe/Amsterdam',
	ended
});
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

test('who reads a sentence is said in words', () => {
	expect(whoWords([])).toBe('Alleen jij');
	expect(plain(whoWords(['Johanna']))).toBe('Jij en Johanna');
	expect(whoWords(['Johanna', 'Kees'])).toBe('Jij en 2 anderen');
});

test('what I can comes before a step, and a reader is shown at their sentence only', () => {
	const sentences = [sentence('want'), sentence('step', { readers: [kees!] }), sentence('can')];
	const { wish, wanted, sentences: shown, shared } = describeGoal(goal({ sentences }), plan);
	expect(wish).toBe('Mijn want');
	expect(wanted.readers).toEqual([]);
	expect(shown.map(({ kind, readers }) => [kind, readers.length])).toEqual([
		['can', 0],
		['step', 1]
	]);
	expect(shared).toBe(true);
	expect(describeGoal(goal({ sentences, state: 'done' }), plan).shared).toBe(false);
});

test('a step at a meetup to come is pinned; one that has been is asked about once', () => {
	const pinned = (ended: boolean, outcome: Sentence['outcome'] = null) =>
		describeGoal(
			goal({ sentences: [sentence('want'), sentence('step', { meetup: meetup(ended), outcome })] }),
			plan
		);
	expect(plain(pinned(false).sentences[0]?.pinned ?? '')).toBe(
		'Doe ik bij Soep, maandag 23 november'
	);
	expect(pinned(false).asks).toEqual([]);
	expect(pinned(true).asks).toMatchObject([{ id: 'step', words: 'Mijn step' }]);
	expect(pinned(true).sentences[0]).toMatchObject({ pinned: null, pinnable: false });
	expect(pinned(true, 'next_time').asks).toEqual([]);
	expect(pinned(true, 'next_time').sentences[0]?.pinnable).toBe(true);
	expect(pinned(true, 'done').sentences[0]?.pinnable).toBe(false);
});

test('half way is asked about while there is time, and the end comes before it', () => {
	const at = (more: Partial<Goal>) => {
		const { halfway, over } = describeGoal(goal(more), plan);
		return { halfway, over };
	};
	expect(at({ halfway: true })).toEqual({ halfway: true, over: false });
	expect(at({ halfway: true, over: true })).toEqual({ halfway: false, over: true });
	expect(at({ halfway: true, over: true, state: 'done' })).toEqual({ halfway: false, over: false });
});
