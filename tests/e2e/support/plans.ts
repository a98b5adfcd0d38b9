import { randomUUID } from 'node:crypto';
import { asUser } from '../../support/database.ts';
import { database, type Neighbour } from './database.ts';

export type Plan = { id: string; want: string; step: string };

/** A plan of eight weeks that began today, with what somebody can and a small step. */
export async function makePlan(owner: Neighbour, wish = 'Ik wil leren zwemmen.'): Promise<Plan> {
	const [id, can, step] = [randomUUID(), randomUUID(), randomUUID()];
	return asUser(database(), owner.userId, async (sql) => {
		await sql`select public.start_goal(${id}, ${wish}, null, current_date, current_date + 56)`;
		await sql`select public.write_sentence(${can}, ${id}, 'can', 'Ik kan vroeg opstaan.')`;
		await sql`select public.write_sentence(${step}, ${id}, 'step', 'Ik vraag naar de tijden.')`;
		const [want] = await sql<{ id: string }[]>`
			select id from public.goal_sentences where goal_id = ${id} and kind = 'want'
		`;
		return { id, want: want!.id, step };
	});
}

/** Lets somebody become a supporter of their neighbour; gives the id of the reader. */
export async function support(owner: Neighbour, supporter: Neighbour) {
	const [row] = await database()<{ id: string }[]>`
		insert into public.supporters (owner_id, supporter_id, invited_at, accepted_at)
		values (${owner.userId}, ${supporter.userId}, now(), now()) returning id
	`;
	return row!.id;
}

/** Lets somebody ask a neighbour for support. */
export async function askSupport(owner: Neighbour, asked: Neighbour) {
	await database()`
		insert into public.supporters (owner_id, supporter_id, invited_at)
		values (${owner.userId}, ${asked.userId}, now())
	`;
}

/** Makes a code with which somebody becomes a supporter of their neighbour. */
export async function askByCode(owner: Neighbour, name: string) {
	const [row] = await asUser(
		database(),
		owner.userId,
		(sql) => sql<{ code: string }[]>`select public.invite_by_code(${name}) as code`
	);
	return row!.code;
}

/** Lets a plan have begun so many days ago, and end so many days from now. */
export async function setPeriod({ id }: Plan, began: number, ends: number) {
	await database()`
		update public.goals set starts_on = current_date - ${began}::int, ends_on = current_date + ${ends}::int
		where id = ${id}
	`;
}
