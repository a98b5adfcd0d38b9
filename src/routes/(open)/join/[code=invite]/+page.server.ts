import { redirect } from '@sveltejs/kit';
import { loadContext } from '$lib/account/context.server';
import { inviteCode, requireInvite } from '$lib/account/invite.server';
import { writeFlow } from '$lib/account/flow-state.server';
import { describeContact } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';

export async function load(event) {
	const invite = await requireInvite(event, inviteCode.parse(event.params.code));
	const { residents = [] } = event.locals.userId ? await loadContext(event.locals.supabase) : {};
	return {
		signedInAs: residents[0]?.firstName,
		title: m.join_invite_title({ name: invite.neighbourhood.name }),
		intro: invite.neighbourhood.intro,
		groupName: invite.groupName,
		contact: invite.contact.map(describeContact)
	};
}

export const actions = {
	default: async (event) => {
		const code = inviteCode.parse(event.params.code);
		await requireInvite(event, code);
		writeFlow(event, { code, next: undefined });
		redirect(303, '/join/name');
	}
};
