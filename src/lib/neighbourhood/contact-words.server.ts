import { timeWords, weekdayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import type { Contact } from './contact';

/** A contact person with telephone and hours to read: one line per run of equal days. */
export const describeContact = (contact: Contact) => ({
	role: contact.role,
	firstName: contact.firstName,
	face: contact.face,
	telephone: contact.telephone && telephoneWords(contact.telephone),
	hours: hoursLines(contact.hours)
});

export type ContactView = ReturnType<typeof describeContact>;

/** A Dutch mobile number in pairs, "06 - 12 34 56 78"; any other stays as it was written. */
function telephoneWords(telephone: string) {
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
