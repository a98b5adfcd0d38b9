import { dayWords, hourWords, nearDayWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { dialOf } from '$lib/neighbourhood/dial';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { Answerable, Desk } from './desk-shapes.server';
import { topicWords } from './kind-words';
import type { ContactRequest } from './shapes.server';
import { describeAsked, personName } from './words.server';

type Author = { firstName: string } | null;
type Mine = { role: Desk['role'] };

/** One line of what waits: who, about what, when it was asked and what was promised. */
export function describeCard(request: Desk['requests'][number], { role }: Mine) {
	const { id, author, late, topic, holder } = request;
	return {
		id,
		author,
		late,
		who: author ? author.firstName : m.contact_desk_by_telephone(),
		topic: capital(topicWords[topic]()),
		asked: askedWords(request, author),
		promise: promiseToKeep(request),
		elsewhere:
			holder && holder.role !== role ? m.contact_desk_elsewhere({ name: personName(holder) }) : null
	};
}

/** A request with all that was asked, said and agreed, and what can still be done about it. */
export function describeAnswerable(request: Answerable) {
	const { id, author, telephone, topic, role, holder, other, state, handover } = request;
	const open = state !== 'closed';
	const name = author && isolate(author.firstName);
	const may = open && role === 'contact_person' && holder?.role === role && other !== null;
	return {
		id,
		author,
		open,
		heading: name ? m.contact_desk_request_of({ name }) : m.contact_desk_by_telephone(),
		asked: describeAsked(request),
		about: capital(topicWords[topic]()),
		askedOn: askedWords(request, author),
		dial: telephone && dialOf(telephone),
		promise: promiseToKeep(request),
		line: request.line,
		lineBy: request.lineBy && m.contact_desk_line_by({ name: isolate(request.lineBy) }),
		lineHint: name ? m.contact_desk_line_hint({ name }) : m.contact_desk_line_hint_nobody(),
		helped: helpedWords(request),
		audience: whoSees(request, author, request),
		handover: may ? handoverWords(isolate(other.firstName), name, handover) : null
	};
}

function helpedWords({ helped, author }: Answerable) {
	if (!author || helped === null) return null;
	return m.contact_desk_helped({ name: isolate(author.firstName) });
}

function handoverWords(standIn: string, author: string | null, asked: boolean) {
	const button = m.contact_desk_handover({ name: standIn });
	if (!author) return { text: m.contact_desk_handover_at_once({ name: standIn }), button };
	return asked
		? { text: m.contact_desk_handover_asked({ author, name: standIn }), button: null }
		: { text: m.contact_desk_handover_text({ author }), button };
}

/** When something was asked, or told. */
export function askedWords({ askedAt, timeZone }: ContactRequest, author: Author) {
	const day = dayWords(askedAt, timeZone);
	return author ? m.contact_desk_asked({ day }) : m.contact_desk_told({ day });
}

/** What was promised, for who has to keep it; nobody is blamed for what is late. */
export function promiseToKeep(request: ContactRequest, now = new Date()) {
	const { state, promisedAt, timeZone, telephone } = request;
	const late = new Date(promisedAt) <= now;
	const moment = {
		day: nearDayWords(promisedAt, timeZone, now),
		hour: hourWords(promisedAt, timeZone)
	};
	switch (state) {
		case 'waiting':
			return late ? m.contact_desk_waiting_late() : m.contact_desk_waiting(moment);
		case 'read':
			return m.contact_desk_read();
		case 'today':
			if (late) return m.contact_desk_today_late();
			return telephone ? m.contact_desk_today() : m.contact_desk_today_other();
		case 'planned':
			return late ? m.contact_desk_planned_late(moment) : m.contact_desk_planned(moment);
		case 'closed':
			return m.contact_desk_closed();
	}
}

/** Who sees a request besides me, and why; one or two sentences. */
export function whoSees(request: ContactRequest, author: Author, { role }: Mine) {
	const { holder, other, bothSee } = request;
	const colleague = holder?.role === role ? other : holder;
	const known = author
		? m.contact_desk_seen_author({ name: isolate(author.firstName) })
		: m.contact_desk_seen_nobody();
	if (!bothSee || !colleague) return [known, m.contact_desk_seen_alone()];
	const name = isolate(colleague.firstName);
	return [
		known,
		holder?.role === 'contact_person'
			? m.contact_desk_seen_late({ name })
			: m.contact_desk_seen_away({ name })
	];
}
