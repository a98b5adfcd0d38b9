import { ruleWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { describeContacts } from '$lib/neighbourhood/contact-words.server';
import { loadPoster, makePosterCode, type Poster } from '$lib/paper/posters.server';
import { drawQr } from '$lib/paper/qr.server';
import { m } from '$lib/paraglide/messages';
import { getLocale, isLocale, locales, type Locale } from '$lib/paraglide/runtime';
import { formAction, nothing } from '$lib/server/form';
import { forgetTold, readTold, tellOnce } from '$lib/server/told-once';

export async function load(event) {
	const { locals, params, url } = event;
	const { name, slug, contact, groups, centre } = await loadPoster(locals.supabase, params.slug);
	const code = readTold(event)?.code;
	const asked = url.searchParams.get('in');
	const locale = isLocale(asked) ? asked : getLocale();
	return {
		title: m.paper_poster_title(),
		name,
		slug,
		contact: describeContacts(contact)[0],
		moments: groups.length
			? groups.map((group) =>
					m.paper_poster_moment(
						{ rule: capital(ruleWords(group, locale)), place: group.placeName },
						{ locale }
					)
				)
			: centreWords(centre, locale),
		language: locale,
		languages: locales.filter((other) => other !== locale),
		poster: code && {
			code,
			qr: drawQr(`${url.origin}/join/${code.replaceAll(' ', '')}`),
			address: `${url.host}/join`
		}
	};
}

// Before the first group there is a place to come to.
function centreWords({ name, address }: Poster['centre'], locale: Locale) {
	if (!name) return [];
	if (!address) return [m.organisation_poster_centre({ place: name }, { locale })];
	return [m.organisation_poster_centre_at({ place: name, address }, { locale })];
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
