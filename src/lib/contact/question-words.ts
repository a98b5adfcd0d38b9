import { m } from '$lib/paraglide/messages';
import type { Part } from './kinds';

/** How each question is asked. */
export const questionWords: Record<Part, () => string> = {
	neighbourhood: m.request_where_question,
	about: m.request_about_question,
	what: m.request_what_question,
	when: m.request_when_question,
	severity: m.request_severity_question,
	talk: m.request_talk_question,
	words: m.request_words_question,
	number: m.request_number_question
};
