import { z } from 'zod';
import { error, type RequestEvent } from '@sveltejs/kit';
import { contactShape } from '$lib/neighbourhood/contact';
import { m } from '$lib/paraglide/messages';
import { call, callPage } from '$lib/server/call';

const inviteShape = z
	.union([
		z.object({
			neighbourhood: z.object({ name: z.string(), slug: z.string(), intro: z.string() }),
			contact: z.array(contactShape),
			groupName: z.string().nullable(),
			/** Whom a card makes of its holder: somebody who had no account. */
			claims: z.object({ firstName: z.string(), face: z.string() }).nullable()
		}),
		/** Who asks for support; null for somebody who lives in no neighbourhood. */
		z.object({ supports: z.object({ firstName: z.string(), face: z.string() }).nullable() })
	])
	.nullable();

const joinedShape = z.object({ groupId: z.uuid().nullable() }).nullable();

/** An invite code as people type it: spaces, dots and dashes between the eight digits. */
export const inviteCode = z
	.string()
	.transform((text) => text.replace(/[\s.-]/g, ''))
	.pipe(z.string().regex(/^\d{8}$/, { error: () => m.error_invite_length() }));

/** What a code opens, or null for unknown, used and expired alike. Ten wrong tries an hour: 429. */
export const lookUpInvite = (event: RequestEvent, code: string) =>
	callPage(
		event.locals.supabase,
		'look_up_invite',
		{ code, address: event.getClientAddress() },
		inviteShape
	);

/** What a code opens; 404 with one sentence when it does not work, for whatever reason. */
export async function requireInvite(event: RequestEvent, code: string) {
	const invite = await lookUpInvite(event, code);
	return invite ?? refuseInvite();
}

/** The one answer to a code that opens nothing. */
export const refuseInvite = (): never =>
	error(404, { message: m.error_invite_wrong(), hint: 'invite_wrong' });

/** Makes whoever is signed in a resident; gives the group of a personal card, null when the code fails. */
export const joinNeighbourhood = async (event: RequestEvent, code: string, firstName: string) =>
	joinedShape.parse(
		await call(event.locals.supabase, 'join_neighbourhood', {
			code,
			first_name: firstName,
			address: event.getClientAddress()
		})
	);
