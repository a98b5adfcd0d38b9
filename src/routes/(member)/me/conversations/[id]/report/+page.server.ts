import { redirect } from '@sveltejs/kit';
import { loadConversation } from '$lib/conversations/conversations.server';
import { reportable } from '$lib/conversations/describe.server';
import { reported } from '$lib/conversations/schema';
import { m } from '$lib/paraglide/messages';
import { notThere } from '$lib/server/database-error';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

const NEWEST = 20;
const BEGINNING = 140;

export async function load({ locals, params }) {
	const conversation = await loadConversation(locals.supabase, params.id);
	const neighbours = reportable(conversation);
	if (!neighbours.length) notThere();
	const messages = conversation.messages.filter(({ authorId }) =>
		neighbours.some(({ id }) => id === authorId)
	);
	return {
		title: m.report_about(),
		options: [
			...messages.slice(-NEWEST).map(({ id, body }) => ({
				value: id,
				label: isolate(body.length > BEGINNING ? `${body.slice(0, BEGINNING)}…` : body)
			})),
			...neighbours.map(({ id, name }) => ({
				value: id,
				label: m.report_about_person({ name: isolate(name) })
			}))
		]
	};
}

export const actions = {
	default: formAction(reported, async ({ about }, { locals, params }) => {
		const conversation = await loadConversation(locals.supabase, params.id);
		const message = conversation.messages.find(({ id }) => id === about);
		const neighbour = reportable(conversation).find(
			({ id }) => id === (message?.authorId ?? about)
		);
		if (!neighbour) return notThere();
		const query = message ? `?message=${message.id}` : '';
		redirect(303, `/neighbours/${neighbour.residentId}/report${query}`);
	})
};
