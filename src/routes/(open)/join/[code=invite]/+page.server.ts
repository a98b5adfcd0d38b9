import { redirect } from '@sveltejs/kit';
import { loadContext } from '$lib/account/context.server';
import { finishJoining } from '$lib/account/finish-joining.server';
import { inviteCode, requireInvite } from '$lib/account/invite.server';
import { writeFlow } from '$lib/account/flow-state.server';
import { personOf } from '$lib/circle/shared-words.server';
import { rememberContact } from '$lib/contact/visitor.server';
import { describeContacts } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const code = inviteCode.parse(event.params.code);
	const invite = await requireInvite(event, code);
	if ('supports' in invite) {
		if (event.locals.userId) redirect(303, `/me/circle/code/${code}`);
		const supports = personOf(invite.supports);
		const question = m.join_supports_title({ name: isolate(supports.firstName) });
		return { title: m.circle_code(), question, supports };
	}
	const { residents = [] } = event.locals.userId ? await loadContext(event.locals.supabase) : {};
	return {
		supports: null,
		signedInAs: residents[0]?.firstName,
		claims: invite.claims && { ...invite.claims, neighbourhood: invite.neighbourhood.name },
		title: m.join_invite_title({ name: invite.neighbourhood.name }),
		intro: invite.neighbourhood.intro,
		groupName: invite.groupName,
		slug: invite.neighbourhood.slug,
		visited: rememberContact(event, { ...invite.neighbourhood, contact: invite.contact }),
		contact: describeContacts(invite.contact)
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const code = inviteCode.parse(event.params.code);
		const invite = await requireInvite(event, code);
		if ('supports' in invite) {
			const supports = personOf(invite.supports).firstName;
			writeFlow(event, {
				code,
				supports,
				claims: undefined,
				firstName: undefined,
				next: undefined
			});
			redirect(303, '/join/email');
		}
		if (invite.claims) {
			const { firstName } = invite.claims;
			writeFlow(event, { code, firstName, claims: true, supports: undefined, next: undefined });
			if (event.locals.userId) return finishJoining(event);
			redirect(303, '/join/email');
		}
		writeFlow(event, { code, supports: undefined, claims: undefined, next: undefined });
		redirect(303, '/join/name');
	})
};
