import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from '$lib/server/call';
import { loadMatch } from './matches.server';
import type { Match } from './my-shapes.server';

const questions = ['how', 'safe', 'thanks', 'enjoy'] as const;

/** A question about how the help was; each is a page under that of the match. */
type Question = (typeof questions)[number];
type Visit = Pick<RequestEvent<{ match: string }>, 'locals' | 'params'>;

type Reflection = Omit<NonNullable<Match['reflection']>, 'feeling'> & { feeling: number };

const unanswered = {
	feeling: null,
	words: null,
	feltSafe: null,
	wantsCall: false,
	telephone: null,
	sharesWords: false,
	enjoy: null
};

/** Where what two share is shown. */
export const matchPath = (id: string) => `/me/help/${id}`;

// Nobody is thanked where it is over.
const askedOf = ({ state }: Match): Question[] =>
	questions.filter((question) => question !== 'thanks' || state === 'active');

/** The path of the question after this one; of the match when it was the last. */
export function pathAfter(match: Match, question: Question) {
	const asked = askedOf(match);
	const next = asked[asked.indexOf(question) + 1];
	return next ? `${matchPath(match.id)}/${next}` : matchPath(match.id);
}

/** The match, once there is something to look back on and what comes before is answered. */
export async function openQuestion({ locals, params }: Visit, question: Question) {
	const match = await loadMatch(locals.supabase, params.match);
	const path = matchPath(match.id);
	const asked = askedOf(match);
	const place = asked.indexOf(question);
	if (!match.mayReflect || place === -1) redirect(303, path);
	if (place > 0 && !match.reflection) redirect(303, `${path}/how`);
	const before = asked
		.slice(0, place)
		.filter((earlier) => !(earlier === 'thanks' && thanked(match)));
	return {
		match,
		frame: {
			step: place + 1,
			total: asked.length,
			back: before.length ? `${path}/${before.at(-1)}` : path
		}
	};
}

/** Whether I thanked the other. */
export const thanked = ({ thanks }: Match) => thanks.some(({ mine }) => mine);

/** Keeps what is answered now with what was answered before; how it was comes first. */
export async function reflect({ locals, params }: Visit, answer: Partial<Reflection>) {
	const match = await loadMatch(locals.supabase, params.match);
	const kept = { ...unanswered, ...match.reflection, ...answer };
	if (kept.feeling === null) redirect(303, `${matchPath(match.id)}/how`);
	await call(locals.supabase, 'reflect_on_help', {
		match_id: match.id,
		feeling: kept.feeling,
		words: kept.words,
		felt_safe: kept.feltSafe,
		wants_call: kept.wantsCall,
		...(kept.telephone !== null && { telephone: kept.telephone }),
		shares_words: kept.sharesWords,
		enjoy: kept.enjoy
	});
	return match;
}
