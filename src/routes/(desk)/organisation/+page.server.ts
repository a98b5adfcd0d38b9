import { dayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { loadOrganisation, withdraw } from '$lib/organisation/organisation.server';
import { lostMail, oneInvitation } from '$lib/organisation/schema';
import { mailWords, ZONE } from '$lib/organisation/words.server';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { neighbourhoods, organisers, invitations, lostMails } = await loadOrganisation(event);
	return {
		title: m.organisation_title(),
		organisers,
		neighbourhoods: neighbourhoods.map(({ groups, ...rest }) => ({
			...rest,
			groups:
				groups === 0
					? m.organisation_groups_none()
					: groups === 1
						? m.organisation_groups_one()
						: m.organisation_groups({ count: groups })
		})),
		invited: invitations.map(({ expiresAt, ...person }) => ({
			...person,
			until: m.organisation_invited({ day: dayWords(expiresAt, ZONE) })
		})),
		lost: lostMails.map(({ kind, neighbourhoodId, neighbourhoodName, count, to }) => ({
			kind,
			neighbourhoodId,
			title: count === 1 ? m.organisation_lost_one() : m.organisation_lost({ count }),
			what: m.organisation_lost_what({
				kind: mailWords(kind),
				place: isolate(neighbourhoodName)
			}),
			to: to.length ? m.organisation_lost_to({ addresses: to.join(', ') }) : null
		}))
	};
}

export const actions = {
	withdraw: formAction(oneInvitation, async ({ id }, { locals }) => {
		await withdraw(locals.supabase, id);
		return { notice: m.organisation_withdrawn() };
	}),
	retry: formAction(lostMail, async ({ kind, neighbourhoodId }, { locals }) => {
		await call(locals.supabase, 'retry_mails', { kind, neighbourhood_id: neighbourhoodId });
		return { notice: m.organisation_lost_tried() };
	})
};
