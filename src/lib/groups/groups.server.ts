import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { callPage } from '$lib/server/call';
import { groupShape, groupsShape, meetupShape, todayShape, welcomeShape } from './shapes.server';

type Supabase = App.Locals['supabase'];

/** What is next for me and whether anything is asked of me. */
export const loadToday = (supabase: Supabase) => callPage(supabase, 'today_page', {}, todayShape);

/** The Buurtpleinen of my neighbourhoods, those with a free chair first. */
export const listGroups = (supabase: Supabase) =>
	callPage(supabase, 'groups_page', {}, groupsShape);

/** One Buurtplein as far as I may see it; 404 when it is not there for me. */
export async function loadGroup(supabase: Supabase, id: string) {
	return present(await callPage(supabase, 'group_page', { group_id: id }, groupShape));
}

/** One meetup as far as I may see it; 404 when it is not there for me. */
export async function loadMeetup(supabase: Supabase, id: string) {
	return present(await callPage(supabase, 'meetup_page', { meetup_id: id }, meetupShape));
}

/** Who asks for a chair, and the groups, in the neighbourhoods where I am facilitator. */
export const loadWelcome = (supabase: Supabase) =>
	callPage(supabase, 'welcome_page', {}, welcomeShape);

function present<Page>(page: Page | null): Page {
	if (page === null) error(404, { message: m.error_not_found(), hint: 'not_found' });
	return page;
}
