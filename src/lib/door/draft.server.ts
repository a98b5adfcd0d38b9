import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dropCookie, keepCookie, type Visit } from '$lib/server/cookies';
import { groupAnswer, nameAnswer, parts, reachAnswer, type Part } from './schema';

const COOKIE = 'at_the_door';
const PATH = '/desk/door';
const HOUR = 3600;

const answers = { ...nameAnswer.shape, ...reachAnswer.shape, ...groupAnswer.shape };
const shape = z
	.object({
		firstName: z.string(),
		telephone: z.string().nullable(),
		words: z.string().nullable(),
		groupId: answers.groupId
	})
	.partial()
	.extend({ id: z.uuid(), by: z.uuid(), at: z.string() });
type Draft = z.infer<typeof shape>;
type Answer = Partial<Omit<Draft, 'id' | 'by' | 'at'>>;
type Helper = Visit & Pick<RequestEvent, 'locals' | 'params'>;

const slugOf = ({ params }: Helper) => params.slug ?? '';
const pageOf = (visit: Helper) => `${PATH}/${slugOf(visit)}`;
const pathOf = (visit: Helper, part: Part | 'check') => `${pageOf(visit)}/new/${part}`;
const asked: Record<Part, keyof Answer> = { name: 'firstName', reach: 'words', group: 'groupId' };
const openIn = (draft: Partial<Draft>) => parts.find((part) => draft[asked[part]] === undefined);

/** What was answered so far in this browser, by whom and in which neighbourhood. */
function readDraft(visit: Helper): Partial<Draft> {
	try {
		const kept = Buffer.from(visit.cookies.get(COOKIE) ?? '', 'base64url').toString();
		const draft = shape.parse(JSON.parse(kept));
		return draft.by === visit.locals.userId && draft.at === slugOf(visit) ? draft : {};
	} catch {
		return {};
	}
}

/** One question with its earlier answer; with an earlier one open, back to that. */
export function openQuestion(visit: Helper, part: Part) {
	const draft = readDraft(visit);
	const open = openIn(draft);
	const n = parts.indexOf(part);
	if (open && parts.indexOf(open) < n) redirect(303, pathOf(visit, open));
	const before = parts[n - 1];
	return {
		step: n + 1,
		total: parts.length + 1,
		back: visit.url.searchParams.has('check')
			? pathOf(visit, 'check')
			: before
				? pathOf(visit, before)
				: pageOf(visit),
		draft
	};
}

/** Keeps an answer and goes on to the next question, or to the check when all are answered. */
export function keepAnswer(visit: Helper, part: Part, answer: Answer): never {
	const by = visit.locals.userId ?? undefined;
	const draft = {
		id: crypto.randomUUID(),
		...readDraft(visit),
		...answer,
		by,
		at: slugOf(visit)
	};
	// Not as plain JSON: escaped emoji would outgrow a cookie.
	const kept = Buffer.from(JSON.stringify(draft)).toString('base64url');
	keepCookie(visit, COOKIE, kept, { path: PATH, maxAge: HOUR });
	const next = visit.url.searchParams.has('check') ? openIn(draft) : parts[parts.indexOf(part) + 1];
	redirect(303, pathOf(visit, next ?? 'check'));
}

/** All answers, ready to sign somebody up with; null when a question is open. */
export function finishedDraft(visit: Helper) {
	const draft = readDraft(visit);
	return openIn(draft) ? null : shape.required().parse(draft);
}

/** Forgets the answers, once somebody is signed up or who helped signs out. */
export const clearDoorDraft = (visit: Visit) => dropCookie(visit, COOKIE, { path: PATH });
