import { loadNeighbourhood } from '$lib/organisation/organisation.server';
import { isRung } from '$lib/organisation/roles';
import { roleWords } from '$lib/organisation/words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const page = await loadNeighbourhood(event, event.params.slug);
	const leaving = page.staff.find(({ id }) => id === event.params.staff) ?? notThere();
	const name = isolate(leaving.firstName);
	return {
		title: m.organisation_end(),
		question: m.organisation_end_title({ name, role: roleWords(leaving.role, page.name) }),
		back: `/organisation/in/${page.slug}`,
		says: [
			m.organisation_end_1({ name }),
			...(isRung(leaving.role) ? [m.organisation_end_contact()] : []),
			m.organisation_end_2({ name })
		]
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		await call(event.locals.supabase, 'end_role', { staff_id: event.params.staff });
		onward(event, `/organisation/in/${event.params.slug}`, m.organisation_ended());
	})
};
