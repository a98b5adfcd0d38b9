import { dayWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { Role } from './roles';
import type { Act } from './shapes.server';

/** Where the organisation is; a neighbourhood has a clock of its own. */
export const ZONE = 'Europe/Amsterdam';

/** A date with its year, for what lies far off or long ago: "dinsdag 24 november 2026". */
export function yearlyWords(moment: string, timeZone: string) {
	const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone });
	return `${dayWords(moment, timeZone)} ${year.format(new Date(moment))}`;
}

/** What somebody is asked to be: "contactpersoon van Lindebuurt". */
export function roleWords(role: Role, neighbourhoodName: string | null) {
	const place = isolate(neighbourhoodName ?? '');
	const words: Record<Role, string> = {
		organiser: m.organisation_role_organiser(),
		facilitator: m.organisation_role_facilitator({ place }),
		contact_person: m.organisation_role_contact_person({ place }),
		stand_in: m.organisation_role_stand_in({ place })
	};
	return words[role];
}

const acts: Record<Act['act'], (names: Names) => string> = {
	opened: m.organisation_act_opened,
	changed: m.organisation_act_changed,
	closed: m.organisation_act_closed,
	invited: m.organisation_act_invited,
	withdrawn: m.organisation_act_withdrawn,
	appointed: m.organisation_act_appointed,
	ended: m.organisation_act_ended,
	poster_made: m.organisation_act_poster_made,
	card_made: m.organisation_act_card_made,
	code_revoked: m.organisation_act_code_revoked,
	mail_retried: m.organisation_act_mail_retried
};

type Names = Record<'actor' | 'person' | 'place' | 'role', string>;

/** An act of the organisation as a sentence, with its day. */
export const describeAct = (act: Act) => ({
	day: capital(yearlyWords(act.actedAt, ZONE)),
	words: capital(acts[act.act](namesOf(act)))
});

/** What the organisation did about who reads it. */
export function myActWords(act: Act) {
	const line = {
		day: capital(yearlyWords(act.actedAt, ZONE)),
		role: namesOf(act).role,
		actor: namesOf(act).actor
	};
	return act.act === 'ended'
		? m.organisation_act_mine_ended(line)
		: m.organisation_act_mine_appointed(line);
}

const named = (name: string | null) => (name ? isolate(name) : m.organisation_someone());

const namesOf = ({ role, neighbourhoodName, actorName, personName }: Act): Names => ({
	actor: named(actorName),
	person: named(personName),
	place: isolate(neighbourhoodName ?? ''),
	role: role ? roleWords(role, neighbourhoodName) : ''
});

const mails: Record<string, () => string> = {
	appointment: m.organisation_mail_appointment
};

/** What sort of mail did not arrive. */
export const mailWords = (kind: string) => (mails[kind] ?? m.organisation_mail_other)();
