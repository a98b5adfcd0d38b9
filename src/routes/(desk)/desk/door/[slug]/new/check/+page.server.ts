import { redirect } from '@sveltejs/kit';
import { loadDoor } from '$lib/door/door.server';
import { clearDoorDraft, finishedDraft } from '$lib/door/draft.server';
import { NO_GROUP, together } from '$lib/door/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { slug, groups } = await loadDoor(event.locals.supabase, event.params.slug);
	const draft = finishedDraft(event);
	// Who comes back here afterwards finds them in the list.
	if (!draft) redirect(303, `/desk/door/${slug}`);
	const group = groups.find(({ id }) => id === draft.groupId);
	const name = isolate(draft.firstName);
	return {
		title: m.door_check_title(),
		back: `/desk/door/${slug}/new/group`,
		here: `/desk/door/${slug}/new`,
		firstName: draft.firstName,
		reach: [draft.telephone, draft.words].filter(Boolean).join(', '),
		group: group?.name ?? m.door_group_none(),
		full: group?.full ?? false,
		tick: m.door_check_tick({ name }),
		button: m.door_check_button({ name })
	};
}

const outcomes: Record<string, (inputs: { name: string }) => string> = {
	member: m.door_done_member,
	waiting: m.door_done_waiting
};

export const actions = {
	default: formAction(together, async (_, event) => {
		const { supabase } = event.locals;
		const { id, slug } = await loadDoor(supabase, event.params.slug);
		const draft = finishedDraft(event);
		// A second tap that comes after the first signed them up.
		if (!draft) redirect(303, `/desk/door/${slug}`);
		const outcome = await call(supabase, 'sign_up_neighbour', {
			id: draft.id,
			neighbourhood_id: id,
			first_name: draft.firstName,
			telephone: draft.telephone,
			words: draft.words,
			group_id: draft.groupId === NO_GROUP ? null : draft.groupId
		});
		clearDoorDraft(event);
		const done = outcomes[outcome] ?? m.door_done_resident;
		onward(event, `/desk/door/${slug}`, done({ name: isolate(draft.firstName) }));
	})
};
