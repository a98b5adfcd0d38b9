import { redirect } from '@sveltejs/kit';
import { loadConversation, readConversation } from '$lib/conversations/conversations.server';
import { describeConversation } from '$lib/conversations/describe.server';
import { message, quiet } from '$lib/conversations/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params, url }) {
	const before = /^\d{1,15}$/.exec(url.searchParams.get('before') ?? '')?.[0];
	const conversation = before
		? await loadConversation(locals.supabase, params.id, Number(before))
		: await readConversation(locals.supabase, params.id);
	return {
		title: m.conversation_title(),
		conversation: describeConversation(conversation),
		newest: !before,
		messageId: crypto.randomUUID()
	};
}

export const actions = {
	send: formAction(message, async ({ id, words }, { locals, params, url }) => {
		await call(locals.supabase, 'send_message', { conversation_id: params.id, id, body: words });
		redirect(303, `${url.pathname}#form`);
	}),
	quiet: formAction(quiet, async ({ muted }, { locals, params }) => {
		await call(locals.supabase, 'mute_conversation', { conversation_id: params.id, muted });
		return { notice: muted ? m.conversation_quiet_done() : m.conversation_loud_done() };
	})
};
