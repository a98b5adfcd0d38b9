import { meetupWords } from '$lib/goals/describe.server';
import { changeStep, loadSentence } from '$lib/goals/goals.server';
import { onward } from '$lib/server/onward';
import { pin } from '$lib/goals/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { notThere } from '$lib/server/database-error';

const NONE = 'none';

async function loadStep({ locals, params }: { locals: App.Locals; params: Params }) {
	const found = await loadSentence(locals.supabase, params.id, params.sentence);
	if (found.sentence.kind !== 'step') notThere();
	return found;
}

type Params = { id: string; sentence: string };

export async function load(event) {
	const { plan, goal, sentence } = await loadStep(event);
	const options = plan.nextMeetups.map((meetup) => ({
		value: meetup.id,
		label: meetupWords(meetup)
	}));
	const pinned = sentence.meetup?.ended ? null : sentence.meetup?.id;
	return {
		title: m.plan_pin_question(),
		back: `/me/plan/${goal.id}`,
		words: sentence.words,
		empty: options.length === 0,
		options: [...options, { value: NONE, label: m.plan_pin_none() }],
		chosen: pinned ?? (sentence.outcome === null ? (options[0]?.value ?? NONE) : NONE)
	};
}

export const actions = {
	default: formAction(pin, async ({ meetup }, event) => {
		const { plan, goal, sentence } = await loadStep(event);
		const known = meetup === NONE || plan.nextMeetups.some(({ id }) => id === meetup);
		if (!known) notThere();
		await changeStep(event.locals.supabase, sentence.id, {
			meetup_id: meetup === NONE ? null : meetup,
			// A step that is pinned anew is asked about anew.
			...(meetup !== NONE && { outcome: null })
		});
		onward(event, `/me/plan/${goal.id}`, m.plan_saved());
	})
};
