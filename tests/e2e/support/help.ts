import { randomUUID } from 'node:crypto';
import { asUser } from '../../support/database.ts';
import { database, type Group, type Neighbour } from './database.ts';

type Said = { kind?: 'offer' | 'request'; category?: string; words?: string; group?: Group };

/** Lets somebody offer or ask help, at any time; gives the id of the post. */
export async function placePost(author: Neighbour, said: Said = {}) {
	const { kind = 'request', category = 'errands', group } = said;
	const words = said.words ?? 'Ik zoek iemand die met mij boodschappen doet.';
	const id = randomUUID();
	await asUser(
		database(),
		author.userId,
		(sql) => sql`
			select public.place_post(
				${id}, ${author.neighbourhood.id}, ${kind}, ${category}, ${words}, 'any_time',
				null, null, null, ${group?.id ?? null}
			)
		`
	);
	return id;
}

/** Lets a neighbour say yes to a post; gives the id of the answer. */
export async function answerPost(postId: string, answerer: Neighbour, line: string | null = null) {
	const [row] = await asUser(
		database(),
		answerer.userId,
		(sql) => sql<{ id: string }[]>`select public.answer_post(${postId}, ${line}) as id`
	);
	return row!.id;
}

/** Lets the author of a post say yes or no to an answer. */
export const chooseAnswer = (answerId: string, author: Neighbour, choice: 'yes' | 'no') =>
	asUser(
		database(),
		author.userId,
		(sql) => sql`select public.choose_answer(${answerId}, ${choice})`
	);

/** A post that the contact person wrote for somebody, who has not answered yet; gives its id. */
export async function propose(neighbour: Neighbour) {
	const id = randomUUID();
	await database()`
		insert into public.help_posts (
			id, neighbourhood_id, author_id, kind, category, words, moment, audience, state,
			placed_at, ask_at, proposer_id
		) select ${id}, s.neighbourhood_id, ${neighbour.residentId}, 'request', 'company',
			'Wie komt er bij mij langs?', 'any_time', 'neighbourhood', 'proposed', now(),
			now() + interval '28 days', s.id
		from public.staff s
		where s.neighbourhood_id = ${neighbour.neighbourhood.id} and s.role = 'contact_person'
	`;
	return id;
}
