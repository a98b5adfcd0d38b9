import { redirect } from '@sveltejs/kit';
import { writeFlow } from '$lib/account/flow-state.server';
import { sendCode } from '$lib/account/sign-in.server';
import { acceptInvitation, loadInvitation } from '$lib/organisation/invitation.server';
import { roleWords } from '$lib/organisation/words.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

const means = {
	organiser: m.invitation_organiser,
	facilitator: m.invitation_facilitator,
	contact_person: m.invitation_contact_person,
	stand_in: m.invitation_stand_in
};

export async function load(event) {
	const asked = await loadInvitation(event, event.params.secret);
	const { role, firstName, email, telephone, neighbourhoodName, invitedBy, mine } = asked;
	return {
		title: m.invitation_title(),
		question: m.invitation_hello({
			name: isolate(firstName),
			role: roleWords(role, neighbourhoodName)
		}),
		says: [
			...(invitedBy ? [m.invitation_from({ name: isolate(invitedBy) })] : []),
			means[role](),
			...(telephone ? [m.invitation_telephone({ telephone })] : []),
			m.invitation_free()
		],
		mine,
		other: !mine && event.locals.userId ? m.invitation_other({ email }) : null,
		signIn: m.invitation_sign_in({ email })
	};
}

export const actions = {
	begin: formAction(nothing, async (_, event) => {
		const { email } = await loadInvitation(event, event.params.secret);
		const next = event.url.pathname;
		writeFlow(event, { code: undefined, firstName: undefined, supports: undefined, next });
		await sendCode(event, email, true);
		redirect(303, '/sign-in/digits');
	}),
	accept: formAction(nothing, async (_, event) => {
		const { role, slug } = await acceptInvitation(event, event.params.secret);
		if (role === 'organiser') onward(event, '/organisation', m.invitation_done());
		if (role === 'facilitator') onward(event, '/desk', m.invitation_done());
		onward(event, `/desk/contact/in/${slug}/hours`, m.invitation_done_hours());
	})
};
