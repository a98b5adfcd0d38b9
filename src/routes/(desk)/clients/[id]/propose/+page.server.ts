import { loadClient } from '$lib/care/care.server';
import { NEW_PLAN, proposal } from '$lib/care/schema';
import { personOf } from '$lib/circle/shared-words.server';
import { kindWords } from '$lib/goals/describe.server';
import { addedKinds } from '$lib/goals/kinds';
import { onward } from '$lib/server/onward';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { id, person, goals } = await loadClient(event, event.params.id);
	const name = isolate(personOf(person).firstName);
	return {
		title: m.care_propose(),
		question: m.care_propose_question({ name }),
		intro: m.care_propose_intro({ name }),
		back: `/clients/${id}`,
		kinds: addedKinds.map((kind) => ({ value: kind, label: kindWords[kind]() })),
		goals: [
			...goals.map(([sentence]) => ({
				value: sentence?.goalId ?? '',
				label: m.care_propose_beside({ words: isolate(sentence?.words ?? '') })
			})),
			{ value: NEW_PLAN, label: m.care_propose_new() }
		]
	};
}

export const actions = {
	default: formAction(proposal, async ({ words, goalId, kind }, event) => {
		const { id } = event.params;
		await call(event.locals.supabase, 'propose_sentence', {
			relation_id: id,
			goal_id: goalId,
			kind,
			words
		});
		onward(event, `/clients/${id}`, m.care_propose_done());
	})
};
