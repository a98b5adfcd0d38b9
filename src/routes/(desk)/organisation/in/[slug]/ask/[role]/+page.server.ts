import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { invite, loadNeighbourhood } from '$lib/organisation/organisation.server';
import { isRung, roles } from '$lib/organisation/roles';
import { invitation } from '$lib/organisation/schema';
import { roleWords } from '$lib/organisation/words.server';
import { m } from '$lib/paraglide/messages';
import { notThere } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

const here = z.enum(roles).exclude(['organiser']);

const asks = {
	contact_person: m.organisation_ask_contact_person,
	stand_in: m.organisation_ask_stand_in,
	facilitator: m.organisation_ask_facilitator
};

export async function load(event) {
	const role = here.safeParse(event.params.role).data ?? notThere();
	const page = await loadNeighbourhood(event, event.params.slug);
	const holder = isRung(role) ? page.staff.find((person) => person.role === role) : undefined;
	const name = isolate(holder?.firstName ?? '');
	return {
		title: asks[role](),
		id: crypto.randomUUID(),
		rung: isRung(role),
		back: `/organisation/in/${page.slug}`,
		// Who asks for somebody new hears first what becomes of who is there.
		replaces:
			holder && !event.url.searchParams.has('new')
				? {
						question: m.organisation_replace_title({ name }),
						says: [
							m.organisation_replace_1({ name, role: roleWords(role, page.name) }),
							m.organisation_replace_2({ name }),
							m.organisation_replace_3()
						]
					}
				: null
	};
}

export const actions = {
	sure: formAction(nothing, (_, { url }) => redirect(303, `${url.pathname}?new`)),
	ask: formAction(invitation, async (input, event) => {
		const role = here.safeParse(event.params.role).data ?? notThere();
		const { id, slug } = await loadNeighbourhood(event, event.params.slug);
		const telephone = isRung(role) ? input.telephone : null;
		await invite(event.locals.supabase, role, id, { ...input, telephone });
		onward(event, `/organisation/in/${slug}`, m.organisation_asked());
	})
};
