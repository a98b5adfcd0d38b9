import type { z } from 'zod';
import { callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import type { bankFilter } from './schema';
import { bankShape, speakerPageShape } from './shapes.server';

type Supabase = App.Locals['supabase'];
type Filter = z.output<typeof bankFilter>;

/** How many speakers there are on a page of the bank. */
export const PAGE = 30;

/** The sprekersbank of a neighbourhood, a page of whom one looks for; 404 for who is no facilitator. */
export async function loadBank(supabase: Supabase, slug: string, filter?: Filter, skip = 0) {
	const bank = await callPage(
		supabase,
		'speakers_page',
		{
			slug,
			words: filter?.words ?? null,
			topic: filter?.topic ?? null,
			on_date: filter?.date ?? null,
			part: filter?.part ?? null,
			archived: filter?.away === '1',
			skip
		},
		bankShape
	);
	return bank ?? notThere();
}

/** One speaker of it; 404 when there is no such speaker for who asks. */
export async function loadSpeaker(supabase: Supabase, slug: string, id: string) {
	const args = { slug, speaker_id: id };
	return (await callPage(supabase, 'speaker_page', args, speakerPageShape)) ?? notThere();
}
