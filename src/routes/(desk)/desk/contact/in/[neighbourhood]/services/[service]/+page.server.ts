import { serviceKindWords } from '$lib/contact/kind-words';
import { service } from '$lib/contact/desk-schema';
import { loadDesk } from '$lib/contact/desk.server';
import { serviceKinds } from '$lib/contact/kinds';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';

type Visit = { locals: App.Locals; params: { neighbourhood: string; service: string } };

const NEW = 'new';

async function find({ locals, params }: Visit) {
	const desk = await loadDesk(locals.supabase, params.neighbourhood);
	const saved = desk.services.find(({ id }) => id === params.service) ?? null;
	if (!saved && params.service !== NEW) notThere();
	return { desk, saved, back: `/desk/contact/in/${desk.slug}/services` };
}

export async function load(visit: Visit) {
	const { saved, back } = await find(visit);
	return {
		title: saved ? m.contact_desk_service_change() : m.contact_desk_service_add(),
		back,
		saved,
		newId: crypto.randomUUID(),
		kinds: serviceKinds.map((value) => ({ value, label: serviceKindWords[value]() }))
	};
}

export const actions = {
	keep: formAction(service, async ({ words, id, ...input }, event) => {
		const { desk, saved, back } = await find(event);
		await call(event.locals.supabase, 'keep_service', {
			...input,
			id: saved?.id ?? id,
			neighbourhood_id: desk.id,
			ask: words
		});
		onward(event, back, m.contact_desk_service_kept());
	}),
	remove: formAction(nothing, async (_, event) => {
		const { saved, back } = await find(event);
		if (saved) await call(event.locals.supabase, 'remove_service', { service_id: saved.id });
		onward(event, back, m.contact_desk_service_removed());
	})
};
