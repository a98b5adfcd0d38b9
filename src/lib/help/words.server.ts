import { dateWords, timeWords, weekdayWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import type { Contact } from '$lib/neighbourhood/contact';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import { categoryWords } from './category-words';
import type { Kind, Part } from './kinds';
import type { HelpMoment, Post, PostPage } from './shapes.server';

/** When, inside a sentence: "elke dinsdag om 14 uur", "dinsdag 24 november om 14 uur". */
export function helpMomentWords({ onDate, weekday, atTime }: HelpMoment) {
	if (!atTime) return m.help_any_time();
	const hour = m.date_hour({ hour: timeWords(atTime) });
	return weekday
		? m.help_weekly({ weekday: weekdayWords(weekday), hour })
		: m.help_once({ day: dateWords(onDate ?? ''), hour });
}

/** What a post says in one line: "Pieter biedt hulp: boodschappen doen"; without a name it is mine. */
export function postTitle({ kind, category }: Pick<Post, 'kind' | 'category'>, firstName?: string) {
	const what = categoryWords[category]();
	if (firstName === undefined) {
		return kind === 'offer' ? m.help_offer_mine({ what }) : m.help_request_mine({ what });
	}
	const name = isolate(firstName);
	return kind === 'offer' ? m.help_offer_by({ name, what }) : m.help_request_by({ name, what });
}

/** A post with its title and moment to read; one without an author, or marked as mine, is mine. */
export function describePost<
	Line extends Post & { author?: { firstName: string; face: string } | null; mine?: boolean }
>(post: Line) {
	const author = post.mine ? undefined : post.author?.firstName;
	return { ...post, title: postTitle(post, author), when: capital(helpMomentWords(post)) };
}

const questions: Record<Part, (kind: Kind | undefined) => string> = {
	neighbourhood: () => m.help_where_question(),
	kind: () => m.help_kind_question(),
	what: (kind) => (kind === 'offer' ? m.help_what_offer() : m.help_what_request()),
	words: (kind) => (kind === 'offer' ? m.help_words_offer() : m.help_words_request()),
	when: (kind) => (kind === 'offer' ? m.help_when_offer() : m.help_when_request()),
	who: () => m.help_who_question()
};

/** How a question about a post is asked of who offers or asks. */
export const questionWords = (part: Part, kind?: Kind) => questions[part](kind);

/** What the contact person is called in a sentence, also where there is none. */
export function contactName(contact: readonly Contact[]) {
	const person = contact.find(({ role }) => role === 'contact_person') ?? contact[0];
	return person ? isolate(person.firstName) : m.help_contact_person();
}

/** Who may read a post: everybody in the neighbourhood, or one group; null when that is no more. */
export function audienceWords(neighbourhood: string, group?: string | null) {
	if (group === null) return m.help_who_nobody();
	return group === undefined
		? m.help_who_all({ neighbourhood: isolate(neighbourhood) })
		: m.help_who_group({ group: isolate(group) });
}

/** The same of a post that is there. */
export const audienceOf = (post: Pick<PostPage, 'neighbourhoodName' | 'audience' | 'groupName'>) =>
	audienceWords(
		post.neighbourhoodName,
		post.audience === 'neighbourhood' ? undefined : post.groupName
	);
