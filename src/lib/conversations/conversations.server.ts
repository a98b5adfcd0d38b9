import { call, callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { conversationShape, conversationsShape } from './shapes.server';

type Supabase = App.Locals['supabase'];

/** Where I take part, the last one first, and whom I do not want to see. */
export const loadConversations = (supabase: Supabase) =>
	callPage(supabase, 'conversations_page', {}, conversationsShape);

/** A conversation with its newest messages, or those before one; 404 when I take no part in it. */
export async function loadConversation(
	supabase: Supabase,
	id: string,
	before: number | null = null
) {
	const args = { conversation_id: id, ...(before !== null && { before }) };
	return (await callPage(supabase, 'conversation_page', args, conversationShape)) ?? notThere();
}

/** The same as I read it now, so that what is in it is no longer new to me. */
export async function readConversation(supabase: Supabase, id: string) {
	const conversation = await loadConversation(supabase, id);
	const { lastNth, seenNth } = conversation;
	if (lastNth > seenNth) {
		await call(supabase, 'see_conversation', { conversation_id: id, nth: lastNth });
	}
	return conversation;
}

/** Whether something was said after that message. Costs the database one indexed read. */
export async function hasChanged(supabase: Supabase, id: string, after: number) {
	const changes = await call(supabase, 'conversation_changes', { conversation_id: id, after });
	return Array.isArray(changes) && changes.length > 0;
}
