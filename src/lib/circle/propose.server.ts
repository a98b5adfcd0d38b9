import type { RequestEvent } from '@sveltejs/kit';
import { kindWords } from '$lib/goals/describe.server';
import { addedKinds } from '$lib/goals/kinds';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';
import { NEW_PLAN, proposal } from './schema';
import type { Shared } from './shapes.server';
import { personOf } from './shared-words.server';

/** The question in which a reader proposes a sentence, beside what they read or as a new plan. */
export function describeProposing({ person, goals }: Pick<Shared, 'person' | 'goals'>) {
	const name = isolate(personOf(person).firstName);
	return {
		title: m.circle_propose(),
		question: m.circle_propose_question({ name }),
		intro: m.circle_propose_intro({ name }),
		hint: m.circle_propose_hint({ name }),
		kinds: addedKinds.map((kind) => ({ value: kind, label: kindWords[kind]() })),
		goals: [
			...goals.map(([sentence]) => ({
				value: sentence?.goalId ?? '',
				label: m.circle_propose_beside({ words: isolate(sentence?.words ?? '') })
			})),
			{ value: NEW_PLAN, label: m.circle_propose_new() }
		]
	};
}

type Reader = RequestEvent & { params: { id: string } };

/** Proposes a sentence as the reader of this page, and leads back to what they read. */
export const propose = (pageOf: (id: string) => string) =>
	formAction(proposal, async ({ words, goalId, kind }, event: Reader) => {
		const { id } = event.params;
		await call(event.locals.supabase, 'propose_sentence', {
			reader_id: id,
			goal_id: goalId,
			kind,
			words
		});
		onward(event, pageOf(id), m.circle_propose_done());
	});
