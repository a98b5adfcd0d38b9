import { callPage } from '$lib/server/call';
import {
	groupShape,
	groupsShape,
	meetupShape,
	momentsShape,
	newGroupShape,
	overviewShape,
	todayShape
} from './shapes.server';
import { notThere } from '$lib/server/database-error';

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

/** What needs a hand, and how the groups stand, in the neighbourhoods where I am facilitator. */
export const loadOverview = (supabase: Supabase) =>
	callPage(supabase, 'overview_page', {}, overviewShape);

/** Who waits in a neighbourhood and when they can; 404 for who is no facilitator there. */
export async function loadNewGroup(supabase: Supabase, slug: string) {
	return present(await callPage(supabase, 'new_group_page', { slug }, newGroupShape));
}

/** When I said I can, and whether I wait for a chair. */
export const loadMoments = (supabase: Supabase) =>
	callPage(supabase, 'moments_page', {}, momentsShape);

function present<Page>(page: Page | null): Page {
	if (page === null) notThere();
	return page;
}
