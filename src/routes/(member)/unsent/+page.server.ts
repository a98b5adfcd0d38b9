import { redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { nothing, formAction } from '$lib/server/form';
import { describeUnsent } from '$lib/server/typed';
import { forgetUnsent, readUnsent } from '$lib/server/unsent';

/** What waited while its person signed in. */
export function load(event) {
	const unsent = readUnsent(event);
	if (!unsent) redirect(303, '/today');
	return { title: m.unsent_title(), waiting: describeUnsent(unsent.action, unsent.values) };
}

export const actions = {
	discard: formAction(nothing, (_, event) => {
		const action = readUnsent(event)?.action;
		forgetUnsent(event);
		redirect(303, action?.split('?')[0] ?? '/today');
	})
};
