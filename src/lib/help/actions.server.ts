import { isHttpError } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';
import { loadPost } from './posts.server';
import { answerId, answerToPost } from './schema';

const post = z.object({ postId: z.uuid() });
const decision = post.extend({ accept: z.stringbool() });

/** "Staat dit nog?" "Ja". Also lets what rests stand again. */
export const keepPost = formAction(post, async ({ postId }, event) => {
	await orNewMoment(event, postId, () =>
		call(event.locals.supabase, 'keep_post', { post_id: postId })
	);
	return { notice: m.my_help_kept() };
});

/** Takes my post away. */
export const withdrawPost = formAction(post, async ({ postId }, { locals }) => {
	await call(locals.supabase, 'withdraw_post', { post_id: postId });
	return { notice: m.my_help_withdrawn() };
});

/** Places what staff wrote for me, or lets it go. Pressed twice answers once. */
export const answerProposedPost = formAction(decision, async ({ postId, accept }, event) => {
	const args = { post_id: postId, accept };
	await orNewMoment(event, postId, async () => {
		try {
			await call(event.locals.supabase, 'answer_proposed_post', args);
		} catch (thrown) {
			if (accept || !isHttpError(thrown, 404)) throw thrown;
		}
	});
	return { notice: accept ? m.my_help_proposed_yes_done() : m.my_help_proposed_no_done() };
});

/** Says yes to a post as it stands on this page, for the first time or once more. */
export const answerPost = formAction(
	answerToPost,
	async ({ postId, words, version }, { locals }) => {
		const { author } = await loadPost(locals.supabase, postId);
		await call(locals.supabase, 'answer_post', { post_id: postId, line: words, version });
		return { notice: m.help_answer_sent({ name: isolate(author.firstName) }) };
	}
);

/** Takes my answer back. */
export const withdrawAnswer = formAction(answerId, async ({ answerId }, { locals }) => {
	await call(locals.supabase, 'withdraw_answer', { answer_id: answerId });
	return { notice: m.help_answer_withdrawn() };
});

// A day that has been wants another day first.
async function orNewMoment(
	event: Parameters<typeof onward>[0],
	postId: string,
	act: () => Promise<unknown>
) {
	try {
		await act();
	} catch (thrown) {
		if (!isHttpError(thrown) || thrown.body.hint !== 'moment_in_past') throw thrown;
		onward(event, `/help/${postId}/change`, thrown.body.message);
	}
}
