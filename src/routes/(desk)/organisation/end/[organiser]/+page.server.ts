import { loadOrganisation } from '$lib/organisation/organisation.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { organisers } = await loadOrganisation(event);
	const leaving = organisers.find(({ id }) => id === event.params.organiser) ?? notThere();
	const name = isolate(leaving.firstName);
	return {
		title: m.organisation_end(),
		question: m.organisation_end_title({ name, role: m.organisation_role_organiser() }),
		says: [
			m.organisation_end_1({ name }),
			m.organisation_end_invitations({ name }),
			m.organisation_end_2({ name })
		]
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const { organisers } = await loadOrganisation(event);
		const leaving = organisers.find(({ id }) => id === event.params.organiser);
		await call(event.locals.supabase, 'end_organiser', { organiser_id: event.params.organiser });
		onward(event, leaving?.me ? '/me' : '/organisation', m.organisation_ended());
	})
};
