import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { callPage } from '$lib/server/call';
import { acceptedShape, invitationShape } from './shapes.server';

/** What the link of an invitation asks; one 404 for unknown, answered, taken back and expired. */
export const loadInvitation = async ({ locals }: RequestEvent, secret: string) =>
	(await callPage(locals.supabase, 'look_up_invitation', { secret }, invitationShape.nullable())) ??
	gone();

/** Takes the role that is asked, for who is signed in. */
export const acceptInvitation = async ({ locals }: RequestEvent, secret: string) =>
	(await callPage(locals.supabase, 'accept_invitation', { secret }, acceptedShape.nullable())) ??
	gone();

const gone = (): never => error(404, { message: m.invitation_gone(), hint: 'invitation_gone' });
