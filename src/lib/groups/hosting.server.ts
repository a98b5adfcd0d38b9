import { error } from '@sveltejs/kit';
import type { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { loadGroup, loadMeetup } from './groups.server';
import type { groupDetails, groupMoment, newGroup, offeredGroup } from './schema';

type Supabase = App.Locals['supabase'];

/** A Buurtplein that I host; 403 for who does not, 404 when it is not there for me. */
export async function loadHostedGroup(supabase: Supabase, id: string) {
	const group = await loadGroup(supabase, id);
	if (group.mine !== 'host') error(403, { message: m.error_host_only(), hint: 'host_only' });
	return group;
}

/** A meetup of a Buurtplein that I host; 403 for who does not, 404 when it is not there for me. */
export async function loadHostedMeetup(supabase: Supabase, id: string) {
	const meetup = await loadMeetup(supabase, id);
	if (meetup.role !== 'host') error(403, { message: m.error_host_only(), hint: 'host_only' });
	return meetup;
}

/** Starts a Buurtplein with me as host; the same id again starts nothing. */
export const startGroup = (
	supabase: Supabase,
	neighbourhoodId: string,
	{ id, capacity, ...group }: z.output<typeof newGroup> & { id: string }
) =>
	call(supabase, 'start_group', {
		id,
		neighbourhood_id: neighbourhoodId,
		capacity,
		...detailsOf(group),
		...momentOf(group)
	});

/** Begins a second group, with a chair for each of these people; the same id again begins nothing. */
export const offerGroup = (
	supabase: Supabase,
	neighbourhoodId: string,
	{ id, name, placeName, address, people, ...moment }: z.output<typeof offeredGroup>
) =>
	call(supabase, 'offer_group', {
		id,
		neighbourhood_id: neighbourhoodId,
		name,
		place_name: placeName,
		address,
		resident_ids: people,
		...momentOf(moment)
	});

/** Changes name, place and what the group likes to do. */
export const changeDetails = (
	supabase: Supabase,
	groupId: string,
	details: z.output<typeof groupDetails>
) => call(supabase, 'change_group', { group_id: groupId, ...detailsOf(details) });

/** Moves the weekly moment for good. */
export const changeMoment = (
	supabase: Supabase,
	groupId: string,
	moment: z.output<typeof groupMoment>
) => call(supabase, 'change_moment', { group_id: groupId, ...momentOf(moment) });

const detailsOf = (details: z.output<typeof groupDetails>) => ({
	name: details.name,
	place_name: details.placeName,
	address: details.address,
	likes: details.likes,
	likes_words: details.likesWords
});

const momentOf = (moment: z.output<typeof groupMoment>) => ({
	weekday: moment.weekday,
	starts_at: moment.startsAt,
	duration_minutes: moment.durationMinutes
});
