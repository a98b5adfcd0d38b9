import { groupOptions, loadDoor } from '$lib/door/door.server';
import { keepAnswer, openQuestion } from '$lib/door/draft.server';
import { NO_GROUP, answerSchemas, parts, type Part } from '$lib/door/schema';
import { m } from '$lib/paraglide/messages';
import { notThere } from '$lib/server/database-error';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

const questions: Record<Part, (name: string) => string> = {
	name: m.door_name_question,
	reach: (name) => m.door_reach_question({ name }),
	group: (name) => m.door_group_question({ name })
};

const partOf = (params: { part: string }) =>
	parts.find((part) => part === params.part) ?? notThere();

export async function load(event) {
	const part = partOf(event.params);
	const { groups } = await loadDoor(event.locals.supabase, event.params.slug);
	const { draft, ...question } = openQuestion(event, part);
	return {
		...question,
		part,
		// A telephone keeps titles: no names in them.
		title: m.door_title(),
		question: questions[part](isolate(draft.firstName ?? '')),
		draft,
		groups: [...groupOptions(groups), { value: NO_GROUP, label: m.door_group_none() }]
	};
}

export const actions = {
	default: (event) => {
		const part = partOf(event.params);
		return formAction(answerSchemas[part], (input, visit) => keepAnswer(visit, part, input))(event);
	}
};
