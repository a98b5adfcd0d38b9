import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dropCookie, keepCookie, type Visit } from '$lib/server/cookies';
import { parts, type Part } from './kinds';
import { loadPlaces } from './posts.server';
import { postShape, type Place } from './shapes.server';
import { questionWords } from './words.server';

const COOKIE = 'new_post';
const PATH = '/help/new';
const CHECK = `${PATH}/check`;
const DAY = 86_400;

const whole = postShape.extend({ id: z.uuid(), by: z.uuid(), groupId: z.uuid().nullable() });
const shape = whole
	.extend({ neighbourhoodId: z.uuid() })
	.partial()
	.required({ id: true, by: true });
type Draft = Partial<z.infer<typeof shape>>;
type Answer = Omit<Draft, 'id' | 'by'>;
type Writer = Visit & Pick<RequestEvent, 'locals'>;

/** What this person answered so far in this browser. */
function readDraft({ cookies, locals }: Writer): Draft {
	try {
		const kept = Buffer.from(cookies.get(COOKIE) ?? '', 'base64url').toString();
		const draft = shape.parse(JSON.parse(kept));
		// On a shared telephone the next person begins anew.
		return draft.by === locals.userId ? draft : {};
	} catch {
		return {};
	}
}

/** The neighbourhood where it is to be placed; undefined while that has to be asked. */
const placeOf = (places: Place[], { neighbourhoodId }: Draft) =>
	places.length === 1 ? places[0] : places.find(({ id }) => id === neighbourhoodId);

const answered: Record<Part, (draft: Draft, place?: Place) => boolean> = {
	neighbourhood: (_, place) => place !== undefined,
	kind: ({ kind }) => kind !== undefined,
	what: ({ category }) => category !== undefined,
	words: ({ words }) => words !== undefined,
	when: ({ moment }) => moment !== undefined,
	who: ({ groupId }, place) =>
		groupId === null || (place?.groups.some(({ id }) => id === groupId) ?? false)
};

/** Asked only of who has a choice: the neighbourhood among more than one, who sees it in a group. */
const questionsFor = (places: Place[], place: Place | undefined) =>
	parts.filter((part) => {
		if (part === 'neighbourhood') return places.length > 1;
		return part !== 'who' || Boolean(place?.groups.length);
	});

const fromCheck = ({ url }: Visit) => url.searchParams.has('check');
const pathOf = (part: Part) => (part === 'kind' ? PATH : `${PATH}/${part}`);

async function overview(visit: Writer, draft = readDraft(visit)) {
	const places = await loadPlaces(visit.locals.supabase);
	const place = placeOf(places, draft);
	const questions = questionsFor(places, place);
	return {
		draft,
		places,
		place,
		questions,
		open: questions.find((part) => !answered[part](draft, place))
	};
}

/** One question with its earlier answer; where an earlier one is open, back to that. */
export async function openQuestion(visit: Writer, part: Part) {
	const { draft, places, place, questions, open } = await overview(visit);
	const n = questions.indexOf(part);
	const skipped = open !== undefined && questions.indexOf(open) < n;
	if (n === -1 || skipped) redirect(303, open ? pathOf(open) : CHECK);
	const before = questions[n - 1];
	return {
		part,
		title: questionWords(part, draft.kind),
		step: n + 1,
		total: questions.length,
		back: fromCheck(visit) ? CHECK : before ? pathOf(before) : '/help',
		draft,
		places,
		place
	};
}

/** Keeps an answer and goes on: to the next question, or back to the check where it came from. */
export async function keepAnswer(visit: Writer, part: Part, answer: Answer): Promise<never> {
	const by = visit.locals.userId ?? undefined;
	const before = readDraft(visit);
	const draft: Draft = { id: crypto.randomUUID(), by, ...before, ...answer };
	// Words of an offer make no question.
	if (draft.kind !== before.kind) delete draft.words;
	// Not as plain JSON: escaped emoji would outgrow a cookie.
	const kept = Buffer.from(JSON.stringify(draft)).toString('base64url');
	keepCookie(visit, COOKIE, kept, { path: PATH, maxAge: DAY });
	const { questions, open } = await overview(visit, draft);
	const following = questions[questions.indexOf(part) + 1];
	// The neighbourhood may be asked after what came before it.
	const checking = fromCheck(visit);
	const next = checking || part === 'neighbourhood' ? open : following;
	redirect(303, next ? pathOf(next) + (checking ? '?check' : '') : CHECK);
}

/** All answers, ready to be placed, and where; null when a question is open. */
export async function finishedDraft(visit: Writer) {
	const { draft, places, place, questions, open } = await overview(visit);
	if (open || !place) return null;
	const groupId = questions.includes('who') ? draft.groupId : null;
	return { post: whole.parse({ ...draft, groupId }), place, places, questions };
}

/** Forgets the answers, once the post is there or this person signs out. */
export const clearPostDraft = (visit: Visit) => dropCookie(visit, COOKIE, { path: PATH });
