import { createHash, randomUUID } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dropCookie, keepCookie, type Visit } from '$lib/server/cookies';
import { BORROWED_PHONE_COOKIE } from '$lib/server/supabase';
import {
	callTimes,
	nuisances,
	nuisanceTimes,
	parts,
	severities,
	talks,
	topics,
	type Part
} from './kinds';
import { namesSomebody } from './names-somebody';
import { loadMyContact, type Wish } from './requests.server';
import type { MyNeighbourhood } from './shapes.server';

const COOKIE = 'new_request';
const PATH = '/contact/new';
const CHECK = `${PATH}/check`;
const HOUR = 3600;
/** More than any draft can be; what unpacks to more is not one of ours. */
const MOST = 16_384;

const shape = z
	.object({
		id: z.uuid(),
		by: z.uuid(),
		neighbourhoodId: z.uuid(),
		topic: z.enum(topics),
		nuisance: z.enum(nuisances),
		nuisanceWhen: z.enum(nuisanceTimes),
		severity: z.enum(severities),
		talk: z.enum(talks),
		words: z.string().nullable(),
		/** Whether a name or an address was asked about: once is enough. */
		asked: z.boolean(),
		telephone: z.string(),
		callTime: z.enum(callTimes),
		keepNumber: z.boolean()
	})
	.partial()
	.required({ id: true, by: true });
type Draft = z.infer<typeof shape>;
type Answer = Partial<Omit<Draft, 'id' | 'by'>>;
type Writer = Visit & Pick<RequestEvent, 'locals'>;
type Place = MyNeighbourhood & { answers: NonNullable<MyNeighbourhood['answers']> };

/** What this person answered so far in this browser; null before the first question. */
function readDraft({ cookies, locals }: Writer): Draft | null {
	try {
		const packed = Buffer.from(cookies.get(COOKIE) ?? '', 'base64url');
		const kept = inflateRawSync(packed, { maxOutputLength: MOST }).toString();
		const draft = shape.parse(JSON.parse(kept));
		// On a shared telephone the next person begins anew.
		return draft.by === locals.userId ? draft : null;
	} catch {
		return null;
	}
}

/** Packed, because a thousand characters would outgrow a cookie. */
function keepDraft(visit: Writer, draft: Draft) {
	const packed = deflateRawSync(JSON.stringify(draft)).toString('base64url');
	// On a borrowed telephone it goes with the browser at the latest.
	const borrowed = visit.cookies.get(BORROWED_PHONE_COOKIE) !== undefined;
	keepCookie(visit, COOKIE, packed, { path: PATH, maxAge: borrowed ? undefined : HOUR });
}

/** Forgets the answers, once they are sent or this person signs out. */
export const clearRequestDraft = (visit: Visit) => dropCookie(visit, COOKIE, { path: PATH });

const ofNuisance: readonly Part[] = ['what', 'when', 'severity', 'talk'];

/** Asked only of who has a choice, of nuisance alone, and of who wants to be called. */
const questionsFor = (places: Place[], { topic, talk }: Draft) =>
	parts.filter((part) => {
		if (part === 'neighbourhood') return places.length > 1;
		if (part === 'number') return topic !== 'nuisance' || !talk || talk === 'call_me';
		return topic === 'nuisance' || !ofNuisance.includes(part);
	});

const answered: Record<Part, (draft: Draft, place?: Place) => boolean> = {
	neighbourhood: (_, place) => place !== undefined,
	about: ({ topic }) => topic !== undefined,
	what: ({ nuisance }) => nuisance !== undefined,
	when: ({ nuisanceWhen }) => nuisanceWhen !== undefined,
	severity: ({ severity }) => severity !== undefined,
	talk: ({ talk }) => talk !== undefined,
	words: ({ words }) => words !== undefined,
	number: ({ telephone, callTime }) => telephone !== undefined && callTime !== undefined
};

/** A question's address says nothing of what is asked there: a telephone keeps addresses. */
const pathOf = ({ id }: Draft, part: Part) =>
	`${PATH}/${createHash('sha256').update(`${id} ${part}`).digest('hex').slice(0, 12)}`;

const fromCheck = ({ url }: Visit) => url.searchParams.has('check');

async function overview(visit: Writer, draft: Draft) {
	const { neighbourhoods } = await loadMyContact(visit.locals.supabase);
	const places = neighbourhoods.filter((one): one is Place => one.lives && one.answers !== null);
	const place =
		places.length === 1 ? places[0] : places.find(({ id }) => id === draft.neighbourhoodId);
	const questions = questionsFor(places, draft);
	const open = questions.find((part) => !answered[part](draft, place));
	return { draft, places, place, questions, open };
}

/** Begins, or goes on where somebody was. */
export async function beginRequest(visit: Writer): Promise<never> {
	const by = visit.locals.userId;
	if (!by) redirect(303, '/contact');
	const kept = readDraft(visit);
	const { draft, places, open } = await overview(visit, kept ?? { id: randomUUID(), by });
	if (!places.length) redirect(303, '/contact');
	if (!kept) keepDraft(visit, draft);
	redirect(303, open ? pathOf(draft, open) : CHECK);
}

/** The question at an address, with its earlier answer; where an earlier one is open, back to that. */
export async function openQuestion(visit: Writer) {
	const draft = readDraft(visit);
	const part = draft && parts.find((known) => pathOf(draft, known) === visit.url.pathname);
	if (!part) redirect(303, PATH);
	const { places, place, questions, open } = await overview(visit, draft);
	const n = questions.indexOf(part);
	if (n === -1 || (open && questions.indexOf(open) < n)) redirect(303, PATH);
	const before = questions[n - 1];
	return {
		part,
		step: n + 1,
		total: questions.length,
		back: fromCheck(visit) ? CHECK : before ? pathOf(draft, before) : '/contact',
		draft,
		places,
		place,
		gentle: part === 'words' && looksPersonal(draft) && draft.asked === true
	};
}

/** Which question an address stands for; null when nothing was begun. */
export function partAt(visit: Writer) {
	const draft = readDraft(visit);
	return parts.find((part) => draft && pathOf(draft, part) === visit.url.pathname) ?? null;
}

/** Keeps an answer and goes on: to the next question, or back to the check where it came from. */
export async function keepAnswer(visit: Writer, part: Part, answer: Answer): Promise<never> {
	const before = readDraft(visit);
	if (!before) redirect(303, PATH);
	const draft: Draft = { ...before, ...answer };
	const gentle = part === 'words' && looksPersonal(draft) && !draft.asked;
	if (gentle) draft.asked = true;
	keepDraft(visit, draft);
	const { questions, open } = await overview(visit, draft);
	const checking = fromCheck(visit);
	const next = gentle ? part : checking ? open : questions[questions.indexOf(part) + 1];
	redirect(303, next ? pathOf(draft, next) + (checking ? '?check' : '') : CHECK);
}

const looksPersonal = ({ topic, words }: Draft) =>
	topic === 'nuisance' && namesSomebody(words ?? '');

/** All answers, ready to be sent, and to whom; null when a question is open. */
export async function finishedDraft(visit: Writer) {
	const kept = readDraft(visit);
	if (!kept) return null;
	const { draft, places, place, questions, open } = await overview(visit, kept);
	if (open || !place || !draft.topic) return null;
	const has = (part: Part) => questions.includes(part);
	const wish: Wish = {
		id: draft.id,
		neighbourhoodId: place.id,
		topic: draft.topic,
		words: draft.words ?? null,
		callTime: (has('number') && draft.callTime) || null,
		telephone: (has('number') && draft.telephone) || null,
		keepNumber: has('number') && draft.keepNumber === true,
		nuisance: (has('what') && draft.nuisance) || null,
		nuisanceWhen: (has('when') && draft.nuisanceWhen) || null,
		severity: has('severity') ? Number(draft.severity) : null,
		talk: (has('talk') && draft.talk) || null
	};
	const hrefs = questions.map((part) => ({ part, href: `${pathOf(draft, part)}?check` }));
	const last = questions.at(-1);
	return { wish, places, place, hrefs, back: last ? pathOf(draft, last) : PATH };
}
