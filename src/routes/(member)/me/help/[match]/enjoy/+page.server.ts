import { categoryPictures, categoryWords } from '$lib/help/category-words';
import { matchPath, openQuestion, reflect } from '$lib/help/after.server';
import { enjoyable, enjoyment } from '$lib/help/my-schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load(event) {
	const { match, frame } = await openQuestion(event, 'enjoy');
	return {
		...frame,
		title: m.match_enjoy_question(),
		intro: m.match_enjoy_intro(),
		skip: matchPath(match.id),
		enjoy: match.reflection?.enjoy ?? '',
		options: enjoyable.map((value) => ({
			value,
			label: categoryWords[value](),
			picture: categoryPictures[value]
		}))
	};
}

export const actions = {
	default: formAction(enjoyment, async (answer, event) => {
		const match = await reflect(event, answer);
		onward(event, matchPath(match.id), m.match_after_done());
	})
};
