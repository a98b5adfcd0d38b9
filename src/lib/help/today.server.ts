import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { HelpToday, MyAnswer, MyPost } from './my-shapes.server';
import { loadPost } from './posts.server';
import { describePost } from './words.server';

type Supabase = App.Locals['supabase'];

/** As many answers as Vandaag has room for. */
const MOST = 3;

/** What Vandaag asks and tells about help, each a list of cards. */
export async function describeHelpToday(supabase: Supabase, help: HelpToday) {
	const posts = help?.answered.slice(0, MOST) ?? [];
	return {
		answered: await Promise.all(posts.map((post) => describeAnswered(supabase, post))),
		changed: help?.changed.flatMap(describeChanged) ?? [],
		talk: help?.fresh ? [{}] : [],
		proposals: help?.proposals.map((post) => describePost(post)) ?? [],
		reflect:
			help?.reflect.map(({ id, other }) => ({
				id,
				title: m.my_help_today_how({ name: isolate(other.firstName) })
			})) ?? [],
		questions: help?.questions.map((post) => describePost(post)) ?? []
	};
}

/** A post as it is now, to who answered it as it was. */
const describeChanged = ({ changed, postId, words, ...answer }: MyAnswer) =>
	changed && postId && words
		? [
				{
					answer: { ...answer, postId, version: changed.version },
					post: describePost({ ...answer, ...changed, id: postId, words })
				}
			]
		: [];

/** "Pieter wil je helpen. Is dat goed?", of the first answer that waits for me. */
async function describeAnswered(supabase: Supabase, { id, kind, words }: MyPost) {
	const { answers } = await loadPost(supabase, id);
	const waiting = answers.find(({ choice, outdated }) => choice === null && !outdated);
	const name = isolate(waiting?.firstName ?? m.help_desk_someone());
	const title = kind === 'request' ? m.my_help_today_helps : m.my_help_today_wants;
	return { id, words, title: title({ name }) };
}
