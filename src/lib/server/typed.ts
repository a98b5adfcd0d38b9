import { dateWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';

/** The values of a form, as they were sent. */
export type Values = Record<string, string | string[]>;

/** A form that did not arrive: where it went, all that was in it, and what of that a person typed. */
export type Unsent = { action: string; values: Values; typed: Typed[] };
type Typed = { label: string; text: string };

/**
 * The fields of members' forms in which a person types. Only these are ever shown again; ids and
 * choices go along unseen. A test keeps this list equal to the fields on the pages.
 */
export const typedFields: Record<string, () => string> = {
	firstName: m.me_first_name,
	name: m.start_name,
	placeName: m.change_place,
	address: m.change_address,
	likesWords: m.choose_own_words,
	words: m.typed_words,
	date: m.typed_day,
	day: m.typed_day,
	until: m.typed_until,
	reason: m.change_reason,
	email: m.join_email_label,
	telephone: m.typed_telephone,
	website: m.contact_desk_website,
	hours: m.contact_desk_open,
	organisation: m.speaker_organisation,
	ownTopic: m.speaker_own_topic,
	needs: m.speaker_needs,
	cost: m.speaker_cost,
	notes: m.speaker_notes
};

/** What works once or for minutes only is not kept: it would be shown when it no longer works. */
export const fleeting = ['code', 'digits'];

const dates = ['date', 'day', 'until'];
const isDate = (text: string) => !Number.isNaN(Date.parse(`${text}T12:00:00Z`));

/** What a person typed into a form, with the question it answers. */
export function typedIn(values: Values): Typed[] {
	return Object.entries(typedFields).flatMap(([name, label]) => {
		const text = [values[name] ?? []].flat().join(' ').trim();
		if (!text) return [];
		return [
			{ label: label(), text: dates.includes(name) && isDate(text) ? dateWords(text) : text }
		];
	});
}

/** Everything about a form that did not arrive that is needed to show it and send it once more. */
export const describeUnsent = (action: string, values: Values): Unsent => ({
	action,
	values,
	typed: typedIn(values)
});

/** The values of a form: a list where a name came more than once. */
export function valuesOf(form: FormData) {
	const values: Values = {};
	for (const name of new Set(form.keys())) {
		const all = form.getAll(name).filter((value) => typeof value === 'string');
		values[name] = all.length > 1 ? all : (all[0] ?? '');
	}
	return values;
}
