import { TZDate } from '@date-fns/tz';
import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { call, callPage } from '$lib/server/call';
import { desksShape } from './desk-shapes.server';
import { loadRequest } from './requests.server';

type Supabase = App.Locals['supabase'];

/** Where I am contact person or stand-in, with what waits; 404 for who is neither. */
export async function loadDesks(supabase: Supabase) {
	const desks = await callPage(supabase, 'contact_desk', {}, desksShape);
	return desks.length ? desks : notThere();
}

/** The same of one neighbourhood. */
export async function loadDesk(supabase: Supabase, slug: string) {
	return (await loadDesks(supabase)).find((desk) => desk.slug === slug) ?? notThere();
}

/** A request that is mine to answer, as it stands; 404 for all others, and for who asked it. */
export async function loadAnswerable(supabase: Supabase, id: string) {
	const { role, ...request } = await loadRequest(supabase, id);
	return role ? { ...request, role } : notThere();
}

/** The same, read by now. */
export async function readRequest(supabase: Supabase, id: string) {
	const request = await loadAnswerable(supabase, id);
	if (request.state !== 'waiting') return request;
	await call(supabase, 'read_contact_request', { request_id: id });
	return { ...request, state: 'read' as const };
}

/** A local day and hour as the moment it is in that zone. */
export function momentAt({ date, time }: { date: string; time: string }, timeZone: string) {
	const [year = 0, month = 1, day] = date.split('-').map(Number);
	const [hour, minute] = time.split(':').map(Number);
	return new TZDate(year, month - 1, day ?? 1, hour ?? 0, minute ?? 0, timeZone).toISOString();
}

function notThere(): never {
	error(404, { message: m.error_not_found(), hint: 'not_found' });
}
