import type { z } from 'zod';
import { call, callPage } from '$lib/server/call';
import type { boardFilter, boardFrom } from './schema';
import { boardShape, placesShape, postPageShape, type Post, type PostPage } from './shapes.server';
import { notThere } from '$lib/server/database-error';

type Supabase = App.Locals['supabase'];
type Filter = z.output<typeof boardFilter>;
type Answers = Omit<Post, 'kind'> & { groupId: string | null };

/** The newest twenty posts I may read, or the twenty before one. */
export const loadBoard = (
	supabase: Supabase,
	{ group, ...filter }: Filter,
	from: z.output<typeof boardFrom>
) => callPage(supabase, 'help_page', { ...filter, group_id: group, ...from }, boardShape);

/** One post; 404 when it is not there for me. */
export const loadPost = async (supabase: Supabase, id: string) =>
	(await callPage(supabase, 'help_post_page', { post_id: id }, postPageShape)) ?? notThere();

/** A post of my own that can still be changed; 404 for all others. */
export async function loadOwnPost(supabase: Supabase, id: string) {
	const post = await loadPost(supabase, id);
	return post.mine && post.state !== 'withdrawn' ? post : notThere();
}

/** The neighbourhoods where I can place something. */
export const loadPlaces = (supabase: Supabase) =>
	callPage(supabase, 'help_new_page', {}, placesShape);

/** Places a post, for a group of mine or with null the neighbourhood; the same id again places nothing. */
export const placePost = (
	supabase: Supabase,
	neighbourhoodId: string,
	{ id, kind, ...answers }: Answers & { id: string; kind: Post['kind'] }
) =>
	call(supabase, 'place_post', {
		id,
		neighbourhood_id: neighbourhoodId,
		kind,
		...answersOf(answers)
	});

/** Gives a post of mine other answers; offering or asking it stays. */
export const changePost = (
	supabase: Supabase,
	id: string,
	{ audience, ...answers }: Answers & Pick<PostPage, 'audience'>
) => call(supabase, 'change_post', { post_id: id, audience, ...answersOf(answers) });

/** Whether a post is for a group that is no more: nobody else reads it until its author chooses who. */
export const isForNobody = ({ audience, groupId }: Pick<PostPage, 'audience' | 'groupId'>) =>
	audience === 'group' && !groupId;

const answersOf = (answers: Answers) => ({
	category: answers.category,
	words: answers.words,
	moment: answers.moment,
	on_date: answers.onDate,
	weekday: answers.weekday,
	at_time: answers.atTime,
	group_id: answers.groupId
});
