import { call, callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
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
