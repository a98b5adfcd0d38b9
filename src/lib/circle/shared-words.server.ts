import { dayWords, momentWords } from '$lib/dates/words.server';
import { kindWords } from '$lib/goals/describe.server';
import { m } from '$lib/paraglide/messages';
import type { Shared } from './shapes.server';

const TIME_ZONE = 'Europe/Amsterdam';

const levelWords: Record<number, () => string> = {
	'-2': m.balance_much_less,
	'-1': m.balance_less,
	0: m.balance_normal,
	1: m.balance_more,
	2: m.balance_much_more
};

/** How somebody is called who may live in no neighbourhood and then has no name here. */
export const personOf = (person: Shared['person']) =>
	person ?? { firstName: m.circle_somebody(), face: 'initials' };

/** The day of a moment, where the app is used: "dinsdag 24 november". */
export const dayHere = (moment: string) => dayWords(moment, TIME_ZONE);

/** How somebody is doing, by their own slider: "even wat minder". */
export const balanceWords = (level: number) => (levelWords[level] ?? m.balance_normal)();

/** What a reader sees, in the words in which both the reader and the owner see it. */
export function describeShared({ goals, balance, nextMeetup }: Shared) {
	return {
		goals: goals.map((sentences) => ({
			id: sentences[0]?.goalId ?? '',
			sentences: sentences.map(({ id, kind, words }) => ({ id, words, kind: kindWords[kind]() }))
		})),
		balance: balance && {
			level: balanceWords(balance.level),
			words: balance.words,
			since: m.circle_balance_since({ day: dayHere(balance.setAt) })
		},
		nextMeetup: nextMeetup && {
			moment: momentWords(nextMeetup),
			place: `${nextMeetup.groupName}, ${nextMeetup.placeName}`
		}
	};
}

export type SharedWords = ReturnType<typeof describeShared>;
