import { dateWords } from '$lib/dates/words.server';
import { keepAnswer, openQuestion } from '$lib/help/draft.server';
import { kindAnswer } from '$lib/help/schema';
import { contactName } from '$lib/help/words.server';
import { formAction } from '$lib/server/form';

export async function load(event) {
	const question = await openQuestion(event, 'kind');
	const { places, place } = question;
	const until = place?.pausedUntil;
	return {
		...question,
		lives: places.length > 0,
		paused: until ? { date: dateWords(until), name: contactName(place.contact) } : null
	};
}

export const actions = {
	default: formAction(kindAnswer, (input, event) => keepAnswer(event, 'kind', input))
};
