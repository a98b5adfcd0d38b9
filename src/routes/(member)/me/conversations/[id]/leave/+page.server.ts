import { loadConversation } from '$lib/conversations/conversations.server';
import { namesOf } from '$lib/conversations/describe.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals, params }) {
	const conversation = await loadConversation(locals.supabase, params.id);
	return {
		back: `/me/conversations/${params.id}`,
		title: m.conversation_leave_title(),
		says: [
			m.conversation_leave_1({ names: namesOf(conversation) }),
			m.conversation_leave_2(),
			m.conversation_leave_3()
		],
		button: m.conversation_leave_yes()
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		await call(event.locals.supabase, 'leave_conversation', { conversation_id: event.params.id });
		onward(event, '/me/conversations', m.conversation_leave_done());
	})
};
