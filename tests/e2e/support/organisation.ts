import { asUser } from '../../support/database.ts';
import { database, newAccount, someLetters, type Neighbourhood } from './database.ts';

type Role = 'organiser' | 'facilitator' | 'contact_person' | 'stand_in';
type Organiser = Awaited<ReturnType<typeof newOrganiser>>;

/** Somebody who rules the installation and lives in no neighbourhood. */
export async function newOrganiser(firstName = `Wil ${someLetters()}`) {
	const account = await newAccount();
	await database()`
		insert into public.organisers (profile_id, first_name) values (${account.userId}, ${firstName})
	`;
	return { ...account, firstName };
}

/** Asks somebody for a role, as the page does; gives the id of the question. */
export async function askForRole(
	{ userId }: Organiser,
	role: Role,
	where: Neighbourhood | null,
	whom: { firstName: string; email: string }
) {
	const id = crypto.randomUUID();
	await asUser(
		database(),
		userId,
		(sql) => sql`
			select public.invite_to_role(
				${id}, ${role}, ${where?.id ?? null}, ${whom.firstName}, ${whom.email}, null
			)
		`
	);
	return id;
}

/** The path of the link that the mail of a question holds. */
export async function invitationPath(email: string) {
	const [row] = await database()<{ secret: string }[]>`
		select private.appointment_secret(a) as secret from private.appointments a
		where a.email = ${email}
	`;
	return `/invitation/${row!.secret}`;
}

/** Lets mail to somebody be lost for a day. */
export const loseMail = (email: string) =>
	database()`update private.outbox set failed_at = now(), sent_at = null where email = ${email}`;
