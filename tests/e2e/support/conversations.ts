import { randomUUID } from 'node:crypto';
import { asUser } from '../../support/database.ts';
import { database, type Neighbour } from './database.ts';

type Person = { userId: string };

/** A conversation between people of one neighbourhood, as two yeses open it; gives its id. */
export async function openConversation({ id }: { id: string }, ...people: Person[]) {
	const accounts = people.map(({ userId }) => userId);
	const [row] = await database()<{ id: string }[]>`
		select private.open_conversation(${id}, ${accounts}::uuid[], 'direct') as id
	`;
	return row!.id;
}

/** Lets somebody write messages, one after the other; gives the id of the last. */
export async function say(who: Person, conversation: string, ...messages: string[]) {
	let id = '';
	for (const words of messages) {
		id = randomUUID();
		await asUser(
			database(),
			who.userId,
			(sql) => sql`select public.send_message(${conversation}, ${id}, ${words})`
		);
	}
	return id;
}

/** A post of the board that any time is good for; gives its id. */
export async function place(who: Neighbour, words: string) {
	const id = randomUUID();
	await asUser(
		database(),
		who.userId,
		(sql) => sql`
			select public.place_post(
				${id}, ${who.neighbourhood.id}, 'offer', 'errands', ${words}, 'any_time',
				null, null, null, null
			)
		`
	);
	return id;
}
