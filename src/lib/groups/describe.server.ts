import { dateWords, ruleWords } from '$lib/dates/words.server';
import { getLocale } from '$lib/paraglide/runtime';
import type { Activity } from './activities';
import { activityWords } from './activity-words';
import { chairsWords } from './chairs-words';

type Group = {
	weekday: number;
	startsAt: string;
	durationMinutes: number;
	likes: Activity[];
	likesWords: string | null;
	capacity: number;
	chairsTaken: number;
	waitingCount: number;
	pausedUntil: string | null;
};

/** A group with its moment, likes, chairs and pause in words. */
export const describeGroup = <G extends Group>(group: G) => ({
	...group,
	rule: capital(ruleWords(group)),
	likes: listWords(group.likes, group.likesWords),
	chairs: chairsWords(group),
	pausedUntil: group.pausedUntil && dateWords(group.pausedUntil)
});

/** Activities in a row: "wandelen, koffie en een spel". */
function listWords(likes: Activity[], own: string | null) {
	return new Intl.ListFormat(getLocale()).format(
		likes.map((activity) => activityWords(activity, activity === 'other' ? own : null))
	);
}

/** A sentence begins with a capital; dates and days do not. */
export const capital = (text: string) => text.replace(/^./u, (first) => first.toUpperCase());
