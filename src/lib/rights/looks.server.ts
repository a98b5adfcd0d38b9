import { localDate, localTime } from '$lib/dates/local.server';
import { dateWords, timeWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { Look } from './my-data.server';

// As the log itself counts its days.
const ZONE = 'Europe/Amsterdam';

/**
 * Looks by day and by person: who, what and on what ground; and every time, with the hour. How often
 * stays out of the first: a list that somebody opens for their work counts for all who are in it.
 */
export function looksByDay(looks: Look[]) {
	const days = Map.groupBy(looks, ({ lookedAt }) => localDate(lookedAt, ZONE));
	return [...days].map(([date, ofDay]) => {
		const described = ofDay.map(describe);
		const people = Map.groupBy(described, ({ who, role, refused }) => [who, role, refused].join());
		return {
			date,
			day: capital(dateWords(date)),
			times: described,
			people: [...people.values()].map((of) => ({
				...of[0]!,
				says: [...new Set([...of.map(({ what }) => what), ...of.map(({ why }) => why)])]
			}))
		};
	});
}

function describe(look: Look) {
	const time = timeWords(localTime(look.lookedAt, ZONE));
	return {
		who: look.firstName || m.data_look_someone(),
		role: roleWords(look),
		what: {
			list: m.data_look_list,
			plan: m.data_look_plan,
			relation: m.data_look_relation
		}[look.what](),
		why: whyWords(look),
		refused: look.refused,
		when:
			look.times === 1 ? m.data_look_once({ time }) : m.data_look_often({ count: look.times, time })
	};
}

function roleWords({ role, organisation }: Look) {
	if (role === 'other') return m.data_look_other();
	const worker = role === 'support_worker';
	if (!organisation) return worker ? m.data_look_worker_alone() : m.data_look_administrator_alone();
	const named = { organisation: isolate(organisation) };
	return worker ? m.data_look_worker(named) : m.data_look_administrator(named);
}

function whyWords({ refused, ground }: Look) {
	if (refused) return m.data_look_refused();
	return ground === 'consent' ? m.data_look_consent() : m.data_look_agreement();
}
