import { ruleWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { describeContacts } from '$lib/neighbourhood/contact-words.server';
import { loadPoster, makePosterCode } from '$lib/paper/posters.server';
import { drawQr } from '$lib/paper/qr.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';
import { forgetTold, readTold, tellOnce } from '$lib/server/told-once';

export async function load(event) {
	const { locals, params, url } = event;
	const { name, slug, contact, groups } = await loadPoster(locals.supabase, params.slug);
	const code = readTold(event)?.code;
	return {
		title: m.paper_poster_title(),
		name,
		slug,
		contact: describeContacts(contact)[0],
		moments: groups.map((group) =>
			m.paper_poster_moment({ rule: capital(ruleWords(group)), place: group.placeName })
		),
		poster: code && {
			code,
			qr: drawQr(`${url.origin}/join/${code.replaceAll(' ', '')}`),
			address: `${url.host}/join`
		}
	};
}

export const actions = {
	make: formAction(nothing, async (_, event) => {
		tellOnce(event, await makePosterCode(event.locals.supabase, event.params.slug));
	}),
	done: formAction(nothing, (_, event) => {
		forgetTold(event);
		return { notice: m.paper_poster_gone() };
	})
};
