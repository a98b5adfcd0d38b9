import { dayWords, hourWords, nearDayWords } from '$lib/dates/words.server';
import { telephoneWords } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import {
	callTimeWords,
	nuisanceTimeWords,
	nuisanceWords,
	severityWords,
	talkWords,
	topicWords
} from './kind-words';
import { severities } from './kinds';
import type { ContactRequest, MyNeighbourhood, MyRequest } from './shapes.server';

type Asked = Pick<
	ContactRequest,
	'topic' | 'words' | 'callTime' | 'telephone' | 'nuisance' | 'nuisanceWhen' | 'severity' | 'talk'
>;

/** What was asked, in words; null for what was not asked or not said. */
export function describeAsked(asked: Asked) {
	const ofNuisance = {
		what: asked.nuisance && nuisanceWords[asked.nuisance](),
		when: asked.nuisanceWhen && nuisanceTimeWords[asked.nuisanceWhen](),
		severity:
			asked.severity === null ? null : severityWords[severities[asked.severity - 1] ?? '1'](),
		talk: asked.talk && talkWords[asked.talk]()
	};
	return {
		...ofNuisance,
		about: topicWords[asked.topic](),
		/** What was said of nuisance, in the order in which it was asked. */
		said: Object.values(ofNuisance).filter((words) => words !== null),
		words: asked.words,
		telephone: asked.telephone && telephoneWords(asked.telephone),
		callTime: asked.callTime && callTimeWords[asked.callTime]()
	};
}

export type AskedView = ReturnType<typeof describeAsked>;

/** What somebody is called in a sentence, also when nobody has that role any more. */
export const personName = (person: { firstName: string } | null) =>
	person ? isolate(person.firstName) : m.help_contact_person();

/** By when the contact person or stand-in reads it: "Anna leest dit uiterlijk maandag 23 november." */
export const promiseWords = (request: ContactRequest, now = new Date()) =>
	m.request_state_waiting({
		name: personName(request.holder),
		day: nearDayWords(request.promisedAt, request.timeZone, now)
	});

/** Where a request stands, for its author: a sentence or two. */
export function stateWords(request: ContactRequest, now = new Date()) {
	const { holder, promisedAt, timeZone, state, telephone } = request;
	const name = personName(holder);
	const day = nearDayWords(promisedAt, timeZone, now);
	const late = new Date(promisedAt) <= now;
	switch (state) {
		case 'waiting':
			return late ? m.request_state_late({ name }) : promiseWords(request, now);
		case 'read':
			return m.request_state_read();
		case 'today':
			if (late) return m.request_state_today_late({ name });
			return telephone ? m.request_state_today({ name }) : m.request_state_today_other({ name });
		case 'planned':
			return m.request_state_planned({ name, day, hour: hourWords(promisedAt, timeZone) });
		case 'closed':
			return m.request_state_closed();
	}
}

/** Who reads a request, one sentence. */
export const readersWords = ({ holder, other, bothSee }: ContactRequest) =>
	bothSee && other
		? m.request_readers_both({ name: personName(holder), other: personName(other) })
		: m.request_readers_one({ name: personName(holder) });

/** Who will read what is asked now, and who may later: for before it is sent. */
export function audienceWords({
	firstName,
	other,
	bothSee
}: NonNullable<MyNeighbourhood['answers']>) {
	const name = isolate(firstName);
	if (!other) return [m.request_check_one({ name })];
	const both = { name, other: isolate(other.firstName) };
	return bothSee
		? [m.request_check_both(both)]
		: [m.request_check_one({ name }), m.request_check_late(both)];
}

/** On which day something was asked: "dinsdag 24 november". */
export const askedOnWords = ({ askedAt, timeZone }: ContactRequest) => dayWords(askedAt, timeZone);

/** A request of mine to read: where it stands, who reads it, and what I am asked about it. */
export function describeRequest(request: MyRequest, now = new Date()) {
	const { id, holder, other, handover, ask, line, lineBy, state } = request;
	const name = personName(holder);
	return {
		id,
		ask,
		line,
		name,
		open: state !== 'closed',
		title: m.request_to({ name }),
		askedOn: m.request_asked_on({ day: askedOnWords(request) }),
		stands: stateWords(request, now),
		readers: readersWords(request),
		lineBy: m.request_line({ name: lineBy ? isolate(lineBy) : name }),
		handover: handover
			? {
					question: m.request_handover({ name, other: personName(other) }),
					text: m.request_handover_text({ other: personName(other) })
				}
			: null,
		asked: describeAsked(request)
	};
}

export type RequestView = ReturnType<typeof describeRequest>;
