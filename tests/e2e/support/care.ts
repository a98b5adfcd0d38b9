import { asUser } from '../../support/database.ts';
import { database, newAccount, someLetters, type Neighbour } from './database.ts';

export type Organisation = { id: string; name: string };
export type Worker = { id: string; userId: string; email: string; firstName: string };

/** An organisation of the test's own. */
export async function openOrganisation(): Promise<Organisation> {
	const name = `Nabij ${someLetters()}`;
	const [row] = await database()<{ id: string }[]>`
		insert into care.organisations (name) values (${name}) returning id
	`;
	return { id: row!.id, name };
}

/** A support worker who lives in no neighbourhood. */
export async function employ({ id }: Organisation, firstName: string): Promise<Worker> {
	const account = await newAccount();
	const [row] = await database()<{ id: string }[]>`
		insert into care.workers (organisation_id, profile_id, first_name, telephone, email)
		values (${id}, ${account.userId}, ${firstName}, '06 - 11 22 33 44', ${account.email})
		returning id
	`;
	return { ...account, id: row!.id, firstName };
}

/** Who assigns the workers of an organisation. */
export async function appoint({ id }: Organisation, firstName: string) {
	const account = await newAccount();
	await database()`
		insert into care.administrators (profile_id, organisation_id, first_name)
		values (${account.userId}, ${id}, ${firstName})
	`;
	return account;
}

/** A new code with which somebody lets a worker support them. */
export async function workersCode(administrator: { userId: string }, worker: Worker) {
	const [made] = await asUser(
		database(),
		administrator.userId,
		(sql) => sql<{ code: string }[]>`select public.invite_client(${worker.id}) as code`
	);
	return made!.code;
}

/** Lets a worker support a neighbour, who agreed; gives the id of that relation. */
export async function assign(administrator: { userId: string }, worker: Worker, to: Neighbour) {
	const code = await workersCode(administrator, worker);
	await asUser(
		database(),
		to.userId,
		(sql) => sql`select public.accept_circle_code(${code}, ${someLetters()}, 1)`
	);
	const [row] = await database()<{ id: string }[]>`
		select id from care.relations where client_id = ${to.userId} and worker_id = ${worker.id}
	`;
	return row!.id;
}

/** Lets a reader of somebody's circle read a sentence. */
export const share = (owner: Neighbour, sentenceId: string, readerId: string) =>
	asUser(
		database(),
		owner.userId,
		(sql) => sql`select public.set_reader(${sentenceId}, ${readerId}, true)`
	);
