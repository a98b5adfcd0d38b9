import { loadNeighbourhood } from '$lib/organisation/organisation.server';
import { oneCode } from '$lib/organisation/schema';
import { yearlyWords } from '$lib/organisation/words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

const makers = {
	organiser: m.organisation_code_by_organiser,
	facilitator: m.organisation_code_by_facilitator,
	contact_person: m.organisation_code_by_contact_person,
	stand_in: m.organisation_code_by_stand_in,
	resident: m.organisation_code_by_resident
};

export async function load(event) {
	const { slug, codes, timeZone } = await loadNeighbourhood(event, event.params.slug);
	return {
		title: m.organisation_codes(),
		back: `/organisation/in/${slug}`,
		slug,
		codes: codes.map(({ id, groupName, madeBy, madeAt, expiresAt }) => {
			const day = yearlyWords(madeAt, timeZone);
			return {
				id,
				title: groupName
					? m.organisation_code_card({ group: isolate(groupName), day })
					: m.organisation_code_poster({ day }),
				by: madeBy && m.organisation_code_by({ who: makers[madeBy]() }),
				until: m.organisation_code_until({ day: yearlyWords(expiresAt, timeZone) })
			};
		})
	};
}

export const actions = {
	revoke: formAction(oneCode, async ({ id }, { locals }) => {
		await call(locals.supabase, 'revoke_code', { code_id: id });
		return { notice: m.organisation_code_stopped() };
	})
};
