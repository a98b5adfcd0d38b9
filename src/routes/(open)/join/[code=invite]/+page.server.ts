import { error, redirect } from '@sveltejs/kit';
import { inviteCode, lookUpInvite } from '$lib/account/invite.server';
import { writeFlow } from '$lib/account/flow-state.server';
import { describeContact } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';

export async function load(event) {
	const invite = await lookUpInvite(event, inviteCode.parse(event.params.code));
	if (!invite) error(404, { message: m.error_invite_wrong(), hint: 'invite_wrong' });
	return {
		title: m.join_invite_title({ name: invite.neighbourhood.name }),
		intro: invite.neighbourhood.intro,
		groupName: invite.groupName,
		contact: invite.contact.map(describeContact)
	};
}

export const actions = {
	default: ({ cookies, params, url }) => {
		const code = inviteCode.parse(params.code);
		writeFlow(cookies, { code, next: undefined }, url.protocol === 'https:');
		redirect(303, '/join/name');
	}
};
