import { momentOptions } from '$lib/groups/options.server';
import { keepAnswer, openQuestion } from '$lib/help/draft.server';
import { parts } from '$lib/help/kinds';
import { answerSchemas } from '$lib/help/schema';
import { starters } from '$lib/help/starters';
import { begun } from '$lib/goals/starters';
import { formAction } from '$lib/server/form';
import { notThere } from '$lib/server/database-error';

function partOf(name: string) {
	const part = parts.find((known) => known === name && known !== 'kind');
	return part ?? notThere();
}

export async function load(event) {
	const question = await openQuestion(event, partOf(event.params.part));
	const { draft, part } = question;
	const checking = event.url.searchParams.has('check');
	const beginnings = starters[draft.kind ?? 'request'];
	const begin = beginnings[Number(event.url.searchParams.get('begin'))] ?? beginnings[0]!;
	return {
		...question,
		draft: { ...draft, words: draft.words ?? begun(begin) },
		// Who wrote something already needs no beginning.
		beginnings:
			part === 'words' && !draft.words
				? beginnings.slice(1).map((starter, n) => ({
						words: starter(),
						href: `?${checking ? 'check&' : ''}begin=${n + 1}`
					}))
				: [],
		options: momentOptions()
	};
}

export const actions = {
	default: (event) => {
		const part = partOf(event.params.part);
		return formAction(answerSchemas[part], (input, visit) => keepAnswer(visit, part, input))(event);
	}
};
