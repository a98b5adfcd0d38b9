import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { newGroup } from './schema';

const COOKIE = 'new_group';
const PATH = '/groups/new';
const CHECK = `${PATH}/check`;
const DAY = 86_400;

const shape = newGroup.partial().extend({ id: z.uuid(), by: z.uuid() });
type Draft = Partial<z.infer<typeof shape>>;
type Answer = Omit<Draft, 'id' | 'by'>;
type Visit = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

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
function readDraft({ cookies, locals }: Visit): Draft {
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

/** One question with its earlier answer; without any answers, or with one skipped, back to that. */
export function openStep(visit: Visit, n: Step) {
	const draft = readDraft(visit);
	if (n > 1 && !draft.id) redirect(303, '/groups');
	const missing = unanswered(draft);
	if (missing !== -1 && missing < n - 1) redirect(303, steps[missing]!.path);
	const total = steps.length;
	return {
		title: steps[n - 1]!.question(),
		step: n,
		total,
		back: visit.url.searchParams.has('check') ? CHECK : (steps[n - 2]?.path ?? '/groups'),
		draft
	};
}

/** Keeps an answer and goes on: to the next question, or to the check when all are answered. */
export function keepAnswer(visit: Visit, n: Step, answer: Answer): never {
	const by = visit.locals.userId ?? undefined;
	const draft = { id: crypto.randomUUID(), by, ...readDraft(visit), ...answer };
	// Not as plain JSON: escaped emoji would outgrow a cookie.
	visit.cookies.set(COOKIE, Buffer.from(JSON.stringify(draft)).toString('base64url'), {
		path: PATH,
		maxAge: DAY,
		httpOnly: true,
		sameSite: 'lax',
		secure: visit.url.protocol === 'https:'
	});
	redirect(303, unanswered(draft) === -1 ? CHECK : (steps.at(n)?.path ?? CHECK));
}

/** All answers, ready to start with; null when a question is open. */
export function finishedDraft(visit: Visit) {
	const draft = readDraft(visit);
	return unanswered(draft) === -1 ? newGroup.extend({ id: z.uuid() }).parse(draft) : null;
}

/** Forgets the answers, once the Buurtplein is there or this person signs out. */
export const clearDraft = (cookies: Cookies) => cookies.delete(COOKIE, { path: PATH });
