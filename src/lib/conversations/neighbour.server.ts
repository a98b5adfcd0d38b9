import { loadContext } from '$lib/account/context.server';
import { callPage } from '$lib/server/call';
import { notThere, refuse } from '$lib/server/database-error';
import { loadConversations } from './conversations.server';
import { matchShape, postShape, type Neighbour } from './shapes.server';

type Supabase = App.Locals['supabase'];
type Subject = {
	neighbour: Neighbour;
	subject: 'post' | 'answer' | 'message' | 'person';
	subjectId: string;
	/** What that neighbour wrote, when it is about that. */
	quote: string | null;
	/** Where one came from. */
	back: string;
};

/**
 * A neighbour whom I met somewhere, by what the address says: `post` (and `answer` to my post),
 * `match`, `message`, or none of these. 404 for who is not to be seen there, and for myself.
 */
export async function loadNeighbour(
	supabase: Supabase,
	residentId: string,
	query: URLSearchParams
): Promise<Subject> {
	const [post, answer, match, message] = ['post', 'answer', 'match', 'message'].map((key) =>
		query.get(key)
	);
	const found = post
		? await atPost(supabase, post, answer ?? null)
		: match
			? await atMatch(supabase, match)
			: message
				? await atMessage(supabase, message)
				: await somewhere(supabase, residentId);
	if (!found || found.neighbour.residentId !== residentId) return notThere();
	const { firstName, face } = found.neighbour;
	return { ...found, neighbour: { residentId, firstName, face } };
}

async function atPost(supabase: Supabase, id: string, answerId: string | null) {
	const post = await callPage(supabase, 'help_post_page', { post_id: id }, postShape);
	const back = `/help/${id}`;
	if (!answerId) {
		return (
			post &&
			({
				neighbour: post.author,
				subject: 'post',
				subjectId: id,
				quote: post.words,
				back
			} as const)
		);
	}
	const answer = post?.answers.find((known) => known.id === answerId);
	return (
		answer &&
		({
			neighbour: answer,
			subject: 'answer',
			subjectId: answerId,
			quote: answer.line,
			back
		} as const)
	);
}

async function atMatch(supabase: Supabase, id: string) {
	const match = await callPage(supabase, 'match_page', { match_id: id }, matchShape);
	return match && person(match.other, `/me/help/${id}`);
}

async function atMessage(supabase: Supabase, id: string) {
	const [{ data, error, status }, { conversations }] = await Promise.all([
		supabase.from('messages').select('author_id, conversation_id, body').eq('id', id).maybeSingle(),
		loadConversations(supabase)
	]);
	if (error) refuse(error, status);
	const conversation = conversations.find((known) => known.id === data?.conversation_id);
	const author = conversation?.people.find((known) => !known.me && known.id === data?.author_id);
	if (!data || !author?.residentId || author.firstName === null) return null;
	return {
		neighbour: { ...author, residentId: author.residentId, firstName: author.firstName },
		subject: 'message',
		subjectId: id,
		quote: data.body,
		back: `/me/conversations/${data.conversation_id}`
	} as const;
}

async function somewhere(supabase: Supabase, residentId: string) {
	const [{ residents: mine }, { conversations }, { data, error, status }] = await Promise.all([
		loadContext(supabase),
		loadConversations(supabase),
		supabase.from('residents').select('first_name, face').eq('id', residentId).maybeSingle()
	]);
	if (error) refuse(error, status);
	if (mine.some(({ id }) => id === residentId)) return null;
	for (const { id, people } of conversations) {
		const known = people.find((other) => other.residentId === residentId);
		if (known?.firstName) {
			const neighbour = { residentId, firstName: known.firstName, face: known.face };
			return person(neighbour, `/me/conversations/${id}`);
		}
	}
	return data && person({ residentId, firstName: data.first_name, face: data.face }, '/groups');
}

const person = (neighbour: Neighbour, back: string) =>
	({ neighbour, subject: 'person', subjectId: neighbour.residentId, quote: null, back }) as const;
