import { capital } from '$lib/groups/describe.server';
import { ruleWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { doorShape, moveShape, neighbourShape, type GroupToChoose } from './shapes.server';

type Supabase = App.Locals['supabase'];

/** Where somebody can be signed up; 404 for who does not work in the neighbourhood. */
export const loadDoor = async (supabase: Supabase, slug: string) =>
	(await callPage(supabase, 'door_page', { slug }, doorShape)) ?? notThere();

/** Somebody without an account; 404 for all but the facilitators of the neighbourhood. */
export const loadNeighbour = async (supabase: Supabase, residentId: string) =>
	(await callPage(supabase, 'neighbour_page', { resident_id: residentId }, neighbourShape)) ??
	notThere();

/** Where somebody with a chair, or who waits for one, could go; 404 for all but the facilitators. */
export const loadMove = async (supabase: Supabase, groupId: string, residentId: string) =>
	(await callPage(
		supabase,
		'move_page',
		{ group_id: groupId, resident_id: residentId },
		moveShape
	)) ?? notThere();

/** Groups to choose from, with what a full one means. */
export const groupOptions = (groups: readonly GroupToChoose[]) =>
	groups.map((group) => ({
		value: group.id,
		label: group.name,
		hint: [capital(ruleWords(group)), group.placeName, ...(group.full ? [m.door_full()] : [])].join(
			'. '
		)
	}));
