import { call, callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import type { CallTime, Nuisance, NuisanceTime, Talk, Topic } from './kinds';
import { contactPageShape, myContactShape, requestPageShape } from './shapes.server';

type Supabase = App.Locals['supabase'];

/** What somebody asks, as it is sent. */
export type Wish = {
	id: string;
	neighbourhoodId: string;
	topic: Topic;
	words: string | null;
	callTime: CallTime | null;
	telephone: string | null;
	keepNumber: boolean;
	nuisance: Nuisance | null;
	nuisanceWhen: NuisanceTime | null;
	severity: number | null;
	talk: Talk | null;
};

/** Who may be called in a neighbourhood, for anyone; 404 when there is no such neighbourhood. */
export const loadContactPage = async (supabase: Supabase, slug: string) =>
	(await callPage(supabase, 'contact_page', { slug }, contactPageShape)) ?? notThere();

/** Contact by neighbourhood where I live or work, and what I asked. */
export const loadMyContact = (supabase: Supabase) =>
	callPage(supabase, 'my_contact_page', {}, myContactShape);

/** One request, for its author and for who answers it; 404 for all others. */
export const loadRequest = async (supabase: Supabase, id: string) =>
	(await callPage(supabase, 'contact_request_page', { request_id: id }, requestPageShape)) ??
	notThere();

/** A request of my own; 404 for all others, also for who answers it. */
export async function loadMyRequest(supabase: Supabase, id: string) {
	const request = await loadRequest(supabase, id);
	return request.mine ? request : notThere();
}

/** Asks the contact person; the same id again asks nothing. */
export const askContact = (supabase: Supabase, wish: Wish) =>
	call(supabase, 'ask_contact', {
		id: wish.id,
		neighbourhood_id: wish.neighbourhoodId,
		topic: wish.topic,
		words: wish.words,
		call_time: wish.callTime,
		telephone: wish.telephone,
		keep_number: wish.keepNumber,
		nuisance: wish.nuisance,
		nuisance_when: wish.nuisanceWhen,
		severity: wish.severity,
		talk: wish.talk
	});
