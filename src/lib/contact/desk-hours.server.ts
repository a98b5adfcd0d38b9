import { dateWords, hourWords, timeWords, weekdayWords } from '$lib/dates/words.server';
import { localDate } from '$lib/dates/local.server';
import { startTimes } from '$lib/groups/schema';
import { describeContacts } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import { weekdays } from './desk-schema';
import type { Desk } from './desk-shapes.server';

/** Whether I am there, as I said it, and who is asked meanwhile. */
export function describePresence(desk: Desk) {
	const other = desk.contact.find(({ role }) => role !== desk.role);
	return {
		/** What anybody sees of me and the other: who is there, and whom to call. */
		seen: describeContacts(desk.contact, desk.timeZone).flatMap(({ now }) => now ?? []),
		notNow: desk.notNowUntil && notNowWords(desk.notNowUntil, desk),
		meanwhile: meanwhileWords(desk.role, other && isolate(other.firstName))
	};
}

function notNowWords(until: string, { timeZone, today }: Desk) {
	return localDate(until, timeZone) === today
		? m.contact_desk_not_now_until({ hour: hourWords(until, timeZone) })
		: m.contact_desk_not_now_today();
}

function meanwhileWords(role: Desk['role'], name: string | undefined) {
	if (!name) return m.contact_desk_meanwhile_nobody();
	return role === 'contact_person'
		? m.contact_desk_meanwhile({ name })
		: m.contact_desk_meanwhile_stand_in({ name });
}

/** Days away in words: "van maandag 21 december tot en met vrijdag 25 december". */
export const awayWords = ({ firstOn, lastOn }: { firstOn: string; lastOn: string }) =>
	firstOn === lastOn
		? dateWords(firstOn)
		: m.date_days({ from: dateWords(firstOn), to: dateWords(lastOn) });

const halfHours = startTimes.filter((time) => /(00|30)$/.test(time));

/** Seven days with what can be chosen: every half hour, and what was chosen before. */
export const hourOptions = (hours: Desk['hours']) =>
	weekdays.map((weekday) => {
		const { opensAt = '', closesAt = '' } = hours.find((day) => day.weekday === weekday) ?? {};
		const saved = [opensAt, closesAt].filter(Boolean);
		const times = [...new Set([...halfHours, ...saved])].sort();
		return {
			weekday,
			name: weekdayWords(weekday),
			opensAt,
			closesAt,
			options: [
				{ value: '', label: m.contact_desk_not_there() },
				...times.map((time) => ({ value: time, label: m.date_hour({ hour: timeWords(time) }) }))
			]
		};
	});
