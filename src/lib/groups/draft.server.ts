import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { dropCookie, keepCookie, type Visit } from '$lib/server/cookies';
import { groupNeighbourhood, newGroup } from './schema';

const COOKIE = 'new_group';
const PATH = '/groups/new';
const CHECK = `${PATH}/check`;
const NEIGHBOURHOOD = `${PATH}/neighbourhood`;
const DAY = 86_400;

const shape = newGroup
	.extend(groupNeighbourhood.shape)
	.partial()
	.extend({ id: z.uuid(), by: z.uuid() });
type Draft = Partial<z.infer<typeof shape>>;
type Answer = Omit<Draft, 'id' | 'by'>;
type Starter = Visit & Pick<RequestEvent, 'locals'>;
/** A visit to one of the questions; the frame knows the neighbourhoods this person lives in. */
type Opening = Starter & { parent: () => Promise<{ neighbourhoods: { id: string }[] }> };

const steps = [
	{ path: PATH, answer: 'name', question: m.start_name_question },
	{ path: `${PATH}/moment`, answer: 'weekday', question: m.start_moment_question },
	{ path: `${PATH}/place`, answer: 'placeName', question: m.start_place_question },
	{ path: `${PATH}/likes`, answer: 'likes', question: m.start_likes_question },
	{ path: `${PATH}/chairs`, answer: 'capacity', question: m.start_chairs_question }
] as const;

/** The number of a question. */
type Step = 1 | 2 | 3 | 4 | 5;

/** What this person answered so far in this browser. */
function readDraft({ cookies, locals }: Starter): Draft {
	try {
		const kept = Buffer.from(cookies.get(COOKIE) ?? '', 'base64url').toString();
		const draft = shape.parse(JSON.parse(kept));
		// On a shared telephone the next person begins anew.
		return draft.by === locals.userId ? draft : {};
	} catch {
		return {};
	}
}

const unanswered = (draft: Draft) => steps.findIndex(({ answer }) => draft[answer] === undefined);
const fromCheck = ({ url }: Visit) => (url.searchParams.has('check') ? CHECK : null);

/** The neighbourhood among these where the Buurtplein is to be; null while that has to be asked. */
export function chosenNeighbourhood<Place extends { id: string }>(visit: Starter, mine: Place[]) {
	if (mine.length === 1) return mine[0]!;
	const { neighbourhoodId } = readDraft(visit);
	return mine.find(({ id }) => id === neighbourhoodId) ?? null;
}

/** The question that comes first for who lives in more than one neighbourhood. */
export async function openNeighbourhoodStep(visit: Opening) {
	const { neighbourhoods } = await visit.parent();
	if (neighbourhoods.length < 2) redirect(303, PATH);
	return {
		title: m.start_neighbourhood_question(),
		step: 1,
		total: steps.length + 1,
		back: fromCheck(visit) ?? '/groups',
		draft: readDraft(visit)
	};
}

/** One question with its earlier answer; without any answers, or with one skipped, back to that. */
export async function openStep(visit: Opening, n: Step) {
	const { neighbourhoods } = await visit.parent();
	const several = neighbourhoods.length > 1;
	const draft = readDraft(visit);
	if (n > 1 && !draft.id) redirect(303, '/groups');
	if (several && !chosenNeighbourhood(visit, neighbourhoods)) redirect(303, NEIGHBOURHOOD);
	const missing = unanswered(draft);
	if (missing !== -1 && missing < n - 1) redirect(303, steps[missing]!.path);
	const before = steps[n - 2]?.path ?? (several ? NEIGHBOURHOOD : '/groups');
	return {
		title: steps[n - 1]!.question(),
		step: several ? n + 1 : n,
		total: several ? steps.length + 1 : steps.length,
		back: fromCheck(visit) ?? before,
		draft
	};
}

/** Keeps an answer and goes on: to the next question, or to the check when all are answered. */
export function keepAnswer(visit: Starter, n: 0 | Step, answer: Answer): never {
	const by = visit.locals.userId ?? undefined;
	const draft = { id: crypto.randomUUID(), by, ...readDraft(visit), ...answer };
	// Not as plain JSON: escaped emoji would outgrow a cookie.
	const kept = Buffer.from(JSON.stringify(draft)).toString('base64url');
	keepCookie(visit, COOKIE, kept, { path: PATH, maxAge: DAY });
	redirect(303, unanswered(draft) === -1 ? CHECK : (steps.at(n)?.path ?? CHECK));
}

/** All answers, ready to start with; null when a question is open. */
export function finishedDraft(visit: Starter) {
	const draft = readDraft(visit);
	return unanswered(draft) === -1 ? newGroup.extend({ id: z.uuid() }).parse(draft) : null;
}

/** Forgets the answers, once the Buurtplein is there or this person signs out. */
export const clearDraft = (visit: Visit) => dropCookie(visit, COOKIE, { path: PATH });
