import { createHash, randomUUID } from 'node:crypto';
import { m } from '$lib/paraglide/messages';
import { call, callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { renewal, type CalendarKind } from './schema';
import { agendaShape, calendarsShape, entryShape, feedShape } from './shapes.server';

type Supabase = App.Locals['supabase'];

/** What is at a secret address; 404 for one that is unknown, renewed or stopped. */
export const loadFeed = async (supabase: Supabase, token: string) =>
	(await callPage(supabase, 'calendar_feed', { token }, feedShape)) ?? notThere();

/** One meetup for my calendar; 404 when I do not go there. */
export const loadEntry = async (supabase: Supabase, id: string) =>
	(await callPage(supabase, 'calendar_entry', { meetup_id: id }, entryShape)) ?? notThere();

/** The meetups of the coming weeks of all groups where I am facilitator. */
export const loadAgenda = (supabase: Supabase) =>
	callPage(supabase, 'agenda_page', {}, agendaShape);

/** My own secret address of one kind in the ways that calendars take it, if I asked for it. */
export async function loadAddress(supabase: Supabase, kind: CalendarKind, origin: string) {
	const token = (await callPage(supabase, 'my_calendars', {}, calendarsShape))[kind];
	const address = token && `${origin}/calendar/${token}.ics`;
	return {
		nonce: randomUUID(),
		address,
		webcal: address?.replace(/^https?:/, 'webcal:')
	};
}

/** Makes an address, or a new one in its place. */
export const renewAddress = (kind: CalendarKind) =>
	formAction(renewal, async ({ nonce }, { locals }) => {
		await call(locals.supabase, 'renew_calendar', { kind, nonce });
		return { notice: m.calendar_made() };
	});

/** Takes the address away. */
export const stopAddress = (kind: CalendarKind) =>
	formAction(nothing, async (_, { locals }) => {
		await call(locals.supabase, 'stop_calendar', { kind });
		return { notice: m.calendar_stopped() };
	});

/** A file for a calendar, with a mark by which a calendar knows that nothing changed. */
export function calendarResponse(file: string, headers: Record<string, string> = {}) {
	return new Response(file, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			etag: `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`,
			...headers
		}
	});
}
