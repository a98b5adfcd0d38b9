import { callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { answersShape } from './shapes.server';

/** For whom I answer at a meetup; 404 when there is nobody, or I am neither host nor facilitator. */
export const loadAnswers = async (supabase: App.Locals['supabase'], meetupId: string) =>
	(await callPage(supabase, 'answers_page', { meetup_id: meetupId }, answersShape)) ?? notThere();
