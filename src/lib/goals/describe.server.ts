import { dateWords, dayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import { wishOf } from './goals.server';
import { addedKinds, type Feeling, type Kind, type Outcome, type Theme } from './kinds';
import type { Goal, Plan, Sentence } from './shapes.server';

export const kindWords: Record<Kind, () => string> = {
	want: m.plan_kind_want,
	can: m.plan_kind_can,
	need: m.plan_kind_need,
	step: m.plan_kind_step,
	look_back: m.plan_kind_look_back
};

export const themeWords: Record<Theme, () => string> = {
	home: m.plan_theme_home,
	money: m.plan_theme_money,
	activity: m.plan_theme_activity,
	support: m.plan_theme_support,
	neighbourhood: m.plan_theme_neighbourhood
};

export const feelingWords: Record<Feeling, () => string> = {
	3: m.plan_feeling_3,
	2: m.plan_feeling_2,
	1: m.plan_feeling_1
};

const outcomeWords: Record<Outcome, () => string> = {
	done: m.plan_how_done,
	a_bit: m.plan_how_a_bit,
	next_time: m.plan_how_next_time
};

const order: readonly Kind[] = [...addedKinds, 'look_back'];

/** A plan in words: the wish, the other sentences, and what there is to do now. */
export function describeGoal(goal: Goal, plan: Plan) {
	const open = goal.state === 'open';
	const wish = wishOf(goal);
	const others = goal.sentences
		.filter((sentence) => sentence !== wish)
		.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
	return {
		id: goal.id,
		state: goal.state,
		endsOn: goal.endsOn,
		wish: wish.words,
		wanted: describeSentence(wish, plan),
		sentences: others.map((sentence) => describeSentence(sentence, plan)),
		// Readers read along with open plans only.
		shared: open && goal.sentences.some(({ readers }) => readers.length > 0),
		until: m.plan_until({ date: dateWords(goal.endsOn) }),
		theme: goal.theme && { picture: goal.theme, words: themeWords[goal.theme]() },
		feeling: goal.feeling && { picture: goal.feeling, words: feelingWords[goal.feeling]() },
		over: open && goal.over,
		halfway: open && goal.halfway && !goal.over,
		asks: stepsToAsk(goal)
	};
}

/** A sentence with its label and who reads it in words. */
export function describeSentence(sentence: Sentence, { readers }: Pick<Plan, 'readers'>) {
	const { id, kind, words, meetup, outcome } = sentence;
	const reading = readers.filter((reader) => sentence.readers.includes(reader.id));
	return {
		id,
		kind,
		words,
		label: kindWords[kind](),
		readers: reading,
		who: whoWords(reading.map(({ firstName }) => firstName)),
		pinnable: kind === 'step' && outcome !== 'done' && (outcome !== null || !meetup),
		outcome: outcome && { kind: outcome, words: outcomeWords[outcome]() },
		pinned:
			meetup && !meetup.ended
				? m.plan_pinned({ group: isolate(meetup.groupName), day: meetupDay(meetup) })
				: null
	};
}

/** Who reads a sentence: "Alleen jij", "Jij en Johanna", "Jij en 2 anderen". */
export function whoWords(names: string[]) {
	if (names.length === 0) return m.plan_only_me();
	return names.length === 1
		? m.plan_me_and({ name: isolate(names[0] ?? '') })
		: m.plan_me_and_many({ count: names.length });
}

/** A meetup as a choice: "Koffie en kuieren, maandag 23 november". */
export const meetupWords = (meetup: Plan['nextMeetups'][number]) =>
	m.plan_pin_meetup({ group: isolate(meetup.groupName), day: meetupDay(meetup) });

/** The question after a meetup at which somebody would take a step. */
export const askWords = (meetup: { groupName: string; startsAt: string; timeZone: string }) =>
	m.plan_how_at({ group: isolate(meetup.groupName), day: meetupDay(meetup) });

const meetupDay = ({ startsAt, timeZone }: { startsAt: string; timeZone: string }) =>
	dayWords(startsAt, timeZone);

/** Steps of an open plan whose meetup has been and of which it is not known how they went. */
function stepsToAsk(goal: Goal) {
	if (goal.state !== 'open') return [];
	return goal.sentences.flatMap(({ id, words, meetup, outcome }) =>
		meetup?.ended && !outcome ? [{ id, words, at: askWords(meetup) }] : []
	);
}

/** What is proposed to me, with the wish it is for and the id my sentence will have. */
export const describeProposals = (plan: Plan, goalId?: string) =>
	plan.proposals
		.filter((proposal) => !goalId || proposal.goalId === goalId)
		.map((proposal) => {
			const goal = plan.goals.find(({ id }) => id === proposal.goalId);
			return {
				id: proposal.id,
				words: proposal.words,
				face: proposal.face,
				firstName: proposal.firstName,
				label: kindWords[proposal.kind](),
				wish: goal ? m.plan_proposal_goal({ wish: isolate(wishOf(goal).words) }) : null,
				sentenceId: crypto.randomUUID()
			};
		});

export type DescribedGoal = ReturnType<typeof describeGoal>;
export type DescribedSentence = ReturnType<typeof describeSentence>;
export type DescribedProposal = ReturnType<typeof describeProposals>[number];
