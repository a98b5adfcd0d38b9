import { matchPath, openQuestion, pathAfter, reflect } from '$lib/help/after.server';
import { safety } from '$lib/help/my-schema';
import { contactName } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { match, frame } = await openQuestion(event, 'safe');
	const { feltSafe } = match.reflection ?? {};
	const name = isolate(match.other.firstName);
	return {
		...frame,
		title: m.match_safe_question(),
		intro: m.match_safe_intro({ contact: contactName(match.contact), name }),
		safe: feltSafe ? 'yes' : feltSafe === false ? 'no' : '',
		options: [
			{ value: 'yes', label: m.match_safe_yes() },
			{ value: 'no', label: m.match_safe_no() },
			{ value: 'skip', label: m.match_safe_skip() }
		]
	};
}

export const actions = {
	default: formAction(safety, async (answer, event) => {
		const match = await reflect(event, answer);
		// Of who did not feel safe no thanks are asked, nor what would be nice.
		const unsafe = answer.feltSafe === false;
		onward(event, unsafe ? `${matchPath(match.id)}/call` : pathAfter(match, 'safe'));
	})
};
