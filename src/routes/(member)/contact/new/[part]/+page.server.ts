import { redirect } from '@sveltejs/kit';
import { keepAnswer, openQuestion, partAt } from '$lib/contact/draft.server';
import { answerSchemas } from '$lib/contact/schema';
import { questionWords } from '$lib/contact/question-words';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { place, places, draft, ...question } = await openQuestion(event);
	const { part } = question;
	const name = place ? isolate(place.answers.firstName) : m.help_contact_person();
	return {
		...question,
		// A telephone keeps titles too: this one is the same for every question.
		title: m.request_title(),
		question: questionWords[part](),
		intro:
			part === 'what'
				? m.request_what_intro({ name })
				: part === 'words' && draft.topic === 'nuisance'
					? m.request_words_nuisance()
					: undefined,
		danger: part === 'words' && (draft.topic === 'worry' || draft.nuisance === 'unsafe'),
		places: places.map(({ id, name }) => ({ id, name })),
		saved: draft,
		number: place?.number ?? null
	};
}

export const actions = {
	default: (event) => {
		const part = partAt(event);
		if (!part) redirect(303, '/contact/new');
		return formAction(answerSchemas[part], (input, visit) => keepAnswer(visit, part, input))(event);
	}
};
