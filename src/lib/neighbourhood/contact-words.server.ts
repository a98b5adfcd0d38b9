import { getISODay, parseISO } from 'date-fns';
import { localDate } from '$lib/dates/local.server';
import { dateWords, timeWords, weekdayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { Contact } from './contact';

/** Where neighbourhoods are whose zone a page does not tell. */
const ZONE = 'Europe/Amsterdam';

/** Contact person and stand-in to read: telephone, hours by run of equal days, and when they are there. */
export const describeContacts = (
	contacts: readonly Contact[],
	timeZone = ZONE,
	moment = new Date()
) =>
	contacts.map((person) => ({
		role: person.role,
		firstName: person.firstName,
		face: person.face,
		telephone: person.telephone && telephoneWords(person.telephone),
		hours: hoursLines(person.hours),
		now: nowWords(
			person,
			contacts.find((other) => other !== person),
			(days) => localDate(moment, timeZone, days)
		)
	}));

export type ContactView = ReturnType<typeof describeContacts>[number];

/** The date by the clock of the neighbourhood, so many days from now. */
type DateIn = (days: number) => string;

/** Whether somebody is there, and whom to call or when they are back; null where no hours are known. */
function nowWords(
	{ firstName, role, hours, now }: Contact,
	other: Contact | undefined,
	dateIn: DateIn
) {
	const name = isolate(firstName);
	if (now?.here) {
		return m.contact_here({ name, hour: m.date_hour({ hour: timeWords(now.until) }) });
	}
	if (role === 'contact_person' && other?.now?.here && other.telephone) {
		return m.contact_not_here({ name, other: isolate(other.firstName) });
	}
	if (!now) return hours.length ? m.contact_not_soon({ name }) : null;
	const between = m.date_hours({ from: timeWords(now.from), to: timeWords(now.until) });
	return now.inDays === 0
		? m.contact_today({ name, hours: between })
		: m.contact_again({ name, day: dayAhead(dateIn(now.inDays), now.inDays), hours: between });
}

/** "morgen", a day of this week by its name, and any later one with its date. */
function dayAhead(date: string, days: number) {
	if (days === 1) return m.date_tomorrow();
	return days < 7 ? weekdayWords(getISODay(parseISO(date))) : dateWords(date);
}

/** A Dutch mobile number in pairs, "06 - 12 34 56 78"; any other stays as it was written. */
export function telephoneWords(telephone: string) {
	const mobile = /^(?:\+31|0031|0)6(\d{8})$/.exec(telephone.replace(/[ -]/g, ''))?.[1];
	return mobile ? `06 - ${mobile.replace(/\d{2}(?=\d)/g, '$& ')}` : telephone;
}

function hoursLines(hours: Contact['hours']) {
	const runs: Contact['hours'][] = [];
	for (const day of hours) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		const follows =
			last?.weekday === day.weekday - 1 &&
			last.opensAt === day.opensAt &&
			last.closesAt === day.closesAt;
		if (run && follows) run.push(day);
		else runs.push([day]);
	}
	return runs.flatMap((run) => {
		const [first, last] = [run[0], run.at(-1)];
		if (!first || !last) return [];
		const days =
			first === last
				? weekdayWords(first.weekday)
				: m.date_days({ from: weekdayWords(first.weekday), to: weekdayWords(last.weekday) });
		const between = m.date_hours({ from: timeWords(first.opensAt), to: timeWords(first.closesAt) });
		return [m.date_moment({ day: days, hours: between })];
	});
}
