import { randomUUID } from 'node:crypto';
import { asUser } from '../../support/database.ts';
import { database, newAccount, type Neighbour, type Neighbourhood } from './database.ts';

type Said = { category?: string; words?: string; weekly?: boolean };
type Role = 'contact_person' | 'stand_in' | 'facilitator';

/** Lets somebody ask for help, at any time or every week from tomorrow; gives the id of the post. */
export async function ask(author: Neighbour, said: Said = {}) {
	const { category = 'errands', words = 'Ik zoek iemand die meeloopt.', weekly = false } = said;
	const id = randomUUID();
	await asUser(
		database(),
		author.userId,
		(sql) => sql`
			select public.place_post(
				${id}, ${author.neighbourhood.id}, 'request', ${category}::public.help_category, ${words},
				${weekly ? 'weekly' : 'any_time'}::public.help_moment, null,
				case when ${weekly}
					then extract(isodow from (now() at time zone 'Europe/Amsterdam')::date + 1)::integer end,
				case when ${weekly} then time '14:00' end, null
			)
		`
	);
	return id;
}

/** Lets somebody ask, a neighbour answer and both say yes; gives the id of what they share. */
export async function agree(author: Neighbour, helper: Neighbour, said: Said = {}) {
	const post = await ask(author, said);
	const [answer] = await asUser(
		database(),
		helper.userId,
		(sql) => sql<{ id: string }[]>`select public.answer_post(${post}, null) as id`
	);
	const [made] = await asUser(
		database(),
		author.userId,
		(sql) => sql<{ id: string }[]>`select public.choose_answer(${answer!.id}, 'yes') as id`
	);
	return made!.id;
}

/** Lets what two share have begun so many days earlier. */
export const makeEarlier = (match: string, days: number) => database()`
	update public.help_matches
	set made_at = made_at - make_interval(days => ${days}),
		introduced_at = introduced_at - make_interval(days => ${days})
	where id = ${match}
`;

/** Somebody of the staff who can sign in; the contact person and stand-in are there already. */
export async function staffOf({ id }: Neighbourhood, role: Role) {
	const account = await newAccount();
	if (role === 'facilitator') {
		await database()`
			insert into public.staff (neighbourhood_id, profile_id, role, first_name)
			values (${id}, ${account.userId}, 'facilitator', 'Marieke')
		`;
	} else {
		await database()`
			update public.staff set profile_id = ${account.userId}
			where neighbourhood_id = ${id} and role = ${role}
		`;
	}
	return account;
}

/** Lets somebody report a post. */
export async function reportPost(reporter: Neighbour, post: string) {
	const id = randomUUID();
	await asUser(
		database(),
		reporter.userId,
		(sql) => sql`select public.report(${id}, 'post', ${post}, 'money', 'Het gaat om geld.')`
	);
	return id;
}

/** Lets the contact person do something about a report. */
export const actOn = (contact: { userId: string }, report: string, act: 'hidden' | 'talked') =>
	asUser(
		database(),
		contact.userId,
		(sql) => sql`select public.act_on_report(${report}, ${act}, null)`
	);

/** Lets somebody ask the staff to place something for them. */
export const askPlaced = (who: Neighbour) =>
	asUser(
		database(),
		who.userId,
		(sql) => sql`select public.ask_help_placed(${who.neighbourhood.id}, '06 - 10 20 30 40')`
	);
