import { dayWords, hourWords, nearDayWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { isolate } from '$lib/ui/isolate';
import type { Conversation, Participant } from './shapes.server';
import { textParts } from './text-parts';

type People = Pick<Conversation, 'people' | 'ended'>;

/** Who are in a conversation with me; somebody whose account is gone is an "oud-buur". */
export function others({ people }: People) {
	const found = people
		.filter(({ me }) => !me)
		.map((person) => ({ ...person, name: nameOf(person) }));
	const gone = { id: '', residentId: null, name: m.conversation_former(), face: 'initials' };
	return found.length ? found : [gone];
}

/** Whether nobody can answer any more, for whatever reason. */
export const isOver = ({ people, ended }: People) =>
	ended || !people.some(({ me, left }) => !me && !left);

/** Of whom somebody can report something: neighbours speak of neighbours. */
export const reportable = (conversation: People) =>
	conversation.people.some(({ me, residentId }) => me && residentId)
		? others(conversation).filter(({ residentId }) => residentId)
		: [];

/** The names in a row: "Kees en Noor". */
export const namesOf = (conversation: People) =>
	new Intl.ListFormat(getLocale()).format(others(conversation).map(({ name }) => isolate(name)));

/** When something was said: "vandaag, 14.05 uur". */
export const saidAt = (moment: string, timeZone: string) =>
	m.conversation_moment({
		day: nearDayWords(moment, timeZone),
		hour: hourWords(moment, timeZone)
	});

/** A conversation with its people, days, hours and links in words. */
export function describeConversation(conversation: Conversation) {
	const { people, timeZone, messages } = conversation;
	const me = people.find((person) => person.me);
	let day = '';
	return {
		...conversation,
		people: others(conversation),
		names: namesOf(conversation),
		over: isOver(conversation),
		mayReport: reportable(conversation).length > 0,
		messages: messages.map(({ id, nth, authorId, body, sentAt }) => {
			const mine = authorId === me?.id;
			const author = people.find((person) => person.id === authorId);
			const today = dayWords(sentAt, timeZone);
			const newDay = today === day ? null : capital(nearDayWords(sentAt, timeZone));
			day = today;
			return {
				id,
				nth,
				mine,
				name: mine ? m.conversation_you() : nameOf(author),
				day: newDay,
				hour: hourWords(sentAt, timeZone),
				sentAt,
				parts: textParts(body)
			};
		})
	};
}

export type Message = ReturnType<typeof describeConversation>['messages'][number];

const nameOf = (person?: Participant) => person?.firstName ?? m.conversation_former();
