import { loadConversations } from '$lib/conversations/conversations.server';
import { isOver, namesOf, others, saidAt } from '$lib/conversations/describe.server';
import { letIn } from '$lib/conversations/schema';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals }) {
	const { conversations, blocked } = await loadConversations(locals.supabase);
	const lines = conversations.map((conversation) => {
		const moment = saidAt(conversation.lastAt, conversation.timeZone);
		return {
			id: conversation.id,
			over: isOver(conversation),
			names: namesOf(conversation),
			person: others(conversation)[0]!,
			last: conversation.fresh ? m.conversations_fresh({ moment }) : capital(moment)
		};
	});
	return {
		title: m.conversations_title(),
		open: lines.filter(({ over }) => !over),
		over: lines.filter(({ over }) => over),
		blocked
	};
}

export const actions = {
	letIn: formAction(letIn, async ({ residentId }, { locals }) => {
		await call(locals.supabase, 'unblock_neighbour', { resident_id: residentId });
		return { notice: m.conversations_let_in_done() };
	})
};
