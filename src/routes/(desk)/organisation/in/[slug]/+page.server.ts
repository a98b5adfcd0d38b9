import { dayWords } from '$lib/dates/words.server';
import { describeGroup } from '$lib/groups/describe.server';
import { loadNeighbourhood, withdraw } from '$lib/organisation/organisation.server';
import { oneInvitation } from '$lib/organisation/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export async function load(event) {
	const page = await loadNeighbourhood(event, event.params.slug);
	const { name, slug, intro, staff, invitations, groups, totals, codes, lives, timeZone } = page;
	const invited = invitations.map(({ expiresAt, ...person }) => ({
		...person,
		until: m.organisation_invited({ day: dayWords(expiresAt, timeZone) })
	}));
	const of = (role: (typeof staff)[number]['role']) => ({
		role,
		people: staff.filter((person) => person.role === role),
		invited: invited.filter((person) => person.role === role)
	});
	return {
		title: name,
		intro,
		slug,
		lives,
		roles: [of('contact_person'), of('stand_in'), of('facilitator')],
		groups: groups.map((group) => describeGroup(group)),
		codes:
			codes.length === 1
				? m.organisation_codes_one()
				: codes.length
					? m.organisation_codes_count({ count: codes.length })
					: m.organisation_codes_none(),
		year: [
			totals.meetups === null
				? m.organisation_year_meetups_few()
				: m.organisation_year_meetups({ count: totals.meetups }),
			totals.help === null
				? m.organisation_year_help_few()
				: m.organisation_year_help({ count: totals.help })
		]
	};
}

export const actions = {
	withdraw: formAction(oneInvitation, async ({ id }, { locals }) => {
		await withdraw(locals.supabase, id);
		return { notice: m.organisation_withdrawn() };
	})
};
