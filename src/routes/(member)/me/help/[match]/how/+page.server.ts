import { feelingWords } from '$lib/goals/describe.server';
import { lookBack } from '$lib/goals/schema';
import { openQuestion, pathAfter, reflect } from '$lib/help/after.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load(event) {
	const { match, frame } = await openQuestion(event, 'how');
	return {
		...frame,
		title: m.match_how(),
		intro: m.match_how_private(),
		feeling: match.reflection?.feeling.toString() ?? '',
		words: match.reflection?.words ?? '',
		options: ([3, 2, 1] as const).map((feeling) => ({
			value: String(feeling),
			picture: `feeling-${feeling}` as const,
			label: feelingWords[feeling]()
		}))
	};
}

export const actions = {
	default: formAction(lookBack, async (answer, event) => {
		const match = await reflect(event, answer);
		onward(event, pathAfter(match, 'how'));
	})
};
