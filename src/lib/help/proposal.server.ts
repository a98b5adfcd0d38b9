import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { dropCookie, keepCookie, type Visit } from '$lib/server/cookies';
import { isolate } from '$lib/ui/isolate';
import { loadHelpDesk } from './matches.server';
import { postShape } from './shapes.server';
import { questionWords } from './words.server';
import { notThere } from '$lib/server/database-error';

const COOKIE = 'proposed_post';
const PATH = '/desk/help';
const DAY = 86_400;

const questions = ['kind', 'what', 'words', 'when'] as const;

/** A question to staff about a post that they write for somebody. */
export type ProposalPart = (typeof questions)[number];

const whole = postShape.extend({ id: z.uuid(), by: z.uuid(), residentId: z.uuid() });
const shape = whole.partial();
type Draft = z.infer<typeof shape>;
type Writer = Visit & Pick<RequestEvent, 'locals'> & { params: { resident: string } };

const answers = { kind: 'kind', what: 'category', words: 'words', when: 'moment' } as const;

/** What this person of the staff answered so far for that neighbour. */
function readDraft({ cookies, locals, params }: Writer): Draft {
	try {
		const kept = Buffer.from(cookies.get(COOKIE) ?? '', 'base64url').toString();
		const draft = shape.parse(JSON.parse(kept));
		return draft.by === locals.userId && draft.residentId === params.resident ? draft : {};
	} catch {
		return {};
	}
}

const pathOf = ({ params }: Writer, part: ProposalPart | 'check') =>
	`${PATH}/for/${params.resident}/${part}`;

const openIn = (draft: Draft) => questions.find((part) => draft[answers[part]] === undefined);

/** For whom it is; 404 for whom I may not write. */
async function personOf({ locals, params }: Writer) {
	const desk = await loadHelpDesk(locals.supabase);
	const person = desk
		.flatMap(({ people }) => people)
		.find(({ residentId }) => residentId === params.resident);
	return person ?? notThere();
}

/** The question of that name; 404 for any other. */
export function proposalPart(name: string) {
	const part = questions.find((known) => known === name);
	return part ?? notThere();
}

/** One question with its earlier answer; where an earlier one is open, back to that. */
export async function openProposalQuestion(visit: Writer, part: ProposalPart) {
	const person = await personOf(visit);
	const draft = readDraft(visit);
	const n = questions.indexOf(part);
	const open = openIn(draft);
	if (open && questions.indexOf(open) < n) redirect(303, pathOf(visit, open));
	const before = questions[n - 1];
	const fromCheck = visit.url.searchParams.has('check');
	return {
		part,
		draft,
		title: questionWords(part, draft.kind),
		intro: m.help_desk_propose_intro({ name: isolate(person.firstName) }),
		step: n + 1,
		total: questions.length,
		back: fromCheck ? pathOf(visit, 'check') : before ? pathOf(visit, before) : PATH
	};
}

/** Keeps an answer and goes on to the question that is open, or to the check. */
export function keepProposalAnswer(visit: Writer, part: ProposalPart, answer: object): never {
	const by = visit.locals.userId ?? undefined;
	const residentId = visit.params.resident;
	const before = readDraft(visit);
	const draft: Draft = { id: crypto.randomUUID(), by, residentId, ...before, ...answer };
	// Words of an offer make no question.
	if (draft.kind !== before.kind) delete draft.words;
	const kept = Buffer.from(JSON.stringify(draft)).toString('base64url');
	keepCookie(visit, COOKIE, kept, { path: PATH, maxAge: DAY });
	const next = visit.url.searchParams.has('check')
		? openIn(draft)
		: questions[questions.indexOf(part) + 1];
	redirect(303, pathOf(visit, next ?? 'check'));
}

/** All answers, with for whom they are; back to the desk when something is open. */
export async function finishedProposal(visit: Writer) {
	const parsed = whole.safeParse(readDraft(visit));
	// A second tap that comes after the first: it is on the desk now.
	if (!parsed.success) redirect(303, PATH);
	return { post: parsed.data, person: await personOf(visit) };
}

/** Forgets the answers, once they are proposed or this person signs out. */
export const clearProposal = (visit: Visit) => dropCookie(visit, COOKIE, { path: PATH });
