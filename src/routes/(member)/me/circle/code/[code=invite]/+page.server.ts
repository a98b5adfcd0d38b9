import { acceptCircleCode, requireCircleCode } from '$lib/circle/circle.server';
import { agreement, circleCode } from '$lib/circle/schema';
import { personOf } from '$lib/circle/shared-words.server';
import { m } from '$lib/paraglide/messages';
import { onward } from '$lib/server/onward';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const code = await requireCircleCode(event, circleCode.parse(event.params.code));
	const person = personOf(code.person);
	const name = isolate(person.firstName);
	const title = m.circle_code();
	if (code.kind === 'supporter') {
		return { title, question: m.circle_agree_supporter({ name }), person, consent: null };
	}
	const organisation = isolate(code.organisation);
	return {
		title,
		question: m.circle_agree_worker({ name, organisation }),
		person,
		consent: { organisation, version: code.version }
	};
}

export const actions = {
	default: formAction(agreement, async ({ version }, event) => {
		const done = await acceptCircleCode(event, circleCode.parse(event.params.code), version);
		onward(event, '/me/circle', done ? m.circle_agree_done() : m.circle_code_used());
	})
};
