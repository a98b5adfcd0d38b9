import { isHttpError } from '@sveltejs/kit';
import { call, callPage } from '$lib/server/call';
import { refuse, notThere } from '$lib/server/database-error';
import type { Database } from '$lib/server/database.types';
import type { AddedKind } from './kinds';
import { daysOn } from './period';
import { planShape, type Goal, type Plan } from './shapes.server';

type Supabase = App.Locals['supabase'];
type Changes<Table extends keyof Database['public']['Tables']> =
	Database['public']['Tables'][Table]['Update'];

const EIGHT_WEEKS = 56;

/** My plans with their sentences, who reads them, and what is proposed to me. */
export const loadPlan = (supabase: Supabase) => callPage(supabase, 'plan_page', {}, planShape);

/** One of my plans, with the rest of the page; 404 when it is not mine. */
export async function loadGoal(supabase: Supabase, id: string) {
	const plan = await loadPlan(supabase);
	return { plan, goal: goalIn(plan, id) };
}

/** One of my sentences, with its plan; 404 when it is not mine. */
export async function loadSentence(supabase: Supabase, goalId: string, id: string) {
	const { plan, goal } = await loadGoal(supabase, goalId);
	return { plan, goal, sentence: present(goal.sentences.find((sentence) => sentence.id === id)) };
}

/** The plan of that id; 404 when it is not there. */
export const goalIn = (plan: Plan, id: string) =>
	present(plan.goals.find((goal) => goal.id === id));

/** The wish itself: every plan has one. */
export const wishOf = (goal: Goal) =>
	present(goal.sentences.find((sentence) => sentence.kind === 'want'));

/** Starts a plan of eight weeks with a wish, or gives the plan of that id this wish. */
export async function startGoal(supabase: Supabase, id: string, words: string) {
	const plan = await loadPlan(supabase);
	const started = plan.goals.find((goal) => goal.id === id);
	if (started) return rewriteSentence(supabase, wishOf(started).id, words);
	await call(supabase, 'start_goal', {
		id,
		words,
		theme: null,
		starts_on: plan.today,
		ends_on: daysOn(plan.today, EIGHT_WEEKS)
	});
}

/** Adds what I can, what I need or a step; the same id twice adds one. */
export const addSentence = (
	supabase: Supabase,
	goalId: string,
	kind: AddedKind,
	{ id, words }: { id: string; words: string }
) => call(supabase, 'write_sentence', { id, goal_id: goalId, kind, words });

/** Changes one of my plans; 404 when it is not mine. */
export async function changeGoal(supabase: Supabase, id: string, changes: Changes<'goals'>) {
	const changed = await supabase.from('goals').update(changes).eq('id', id).select('id');
	present(rowsOf(changed)[0]);
}

/** Writes one of my sentences anew; 404 when it is not mine. */
export async function rewriteSentence(supabase: Supabase, id: string, words: string) {
	const changed = await supabase.from('goal_sentences').update({ words }).eq('id', id).select('id');
	present(rowsOf(changed)[0]);
}

/** Pins one of my steps, or keeps how it went; 404 for what is no step of mine. */
export async function changeStep(
	supabase: Supabase,
	id: string,
	changes: Pick<Changes<'goal_sentences'>, 'outcome' | 'meetup_id'>
) {
	const steps = supabase.from('goal_sentences').update(changes).eq('kind', 'step');
	present(rowsOf(await steps.eq('id', id).select('id'))[0]);
}

/** Erases one of my sentences, or nothing when it is gone already. A wish stays with its plan. */
export async function eraseSentence(supabase: Supabase, id: string) {
	rowsOf(await supabase.from('goal_sentences').delete().eq('id', id).select('id'));
}

/** Erases a plan with all its sentences, or nothing when it is gone already. */
export async function eraseGoal(supabase: Supabase, id: string) {
	rowsOf(await supabase.from('goals').delete().eq('id', id).select('id'));
}

/** Does what answers 404 the second time, as a button pressed twice does. */
export async function onlyOnce(act: () => Promise<unknown>) {
	try {
		await act();
	} catch (thrown) {
		if (!isHttpError(thrown, 404)) throw thrown;
	}
}

type Answer<Row> = {
	data: Row[] | null;
	error: { hint?: string | null; code?: string } | null;
	status: number;
};

function rowsOf<Row>({ data, error: failure, status }: Answer<Row>) {
	if (failure) refuse(failure, status);
	return data ?? [];
}

function present<Thing>(thing: Thing | undefined): Thing {
	if (thing === undefined) notThere();
	return thing;
}
