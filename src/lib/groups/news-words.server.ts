import { wishWords } from '$lib/bookings/topics';
import { dateWords, dayWords, hourWords, ruleWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import { capital } from './describe.server';
import type { GroupNews } from './shapes.server';

/** A line about what changed in the group, with the reason when one was given. */
export function newsWords({ kind, details, firstName }: GroupNews, timeZone: string) {
	const name = firstName ? isolate(firstName) : m.news_someone();
	const day = (moment?: string) => (moment ? dayWords(moment, timeZone) : '');
	const dayAndHour = (moment?: string) =>
		moment
			? m.date_moment({ day: dayWords(moment, timeZone), hours: hourWords(moment, timeZone) })
			: '';
	const lines: Record<GroupNews['kind'], () => string> = {
		started: () => m.news_started({ name }),
		member_joined: () => m.news_member_joined({ name }),
		host_changed: () => m.news_host_changed({ name }),
		moment_changed: () => m.news_moment_changed({ rule: ruleWords(ruleOf(details)) }),
		place_changed: () => m.news_place_changed({ place: isolate(details.placeName ?? '') }),
		meetup_moved: () =>
			m.news_meetup_moved({ from: dayAndHour(details.from), to: dayAndHour(details.to) }),
		meetup_cancelled: () => m.news_meetup_cancelled({ from: day(details.from) }),
		meetup_restored: () => m.news_meetup_restored({ to: day(details.to) }),
		paused: () => m.news_paused({ until: details.until ? dateWords(details.until) : '' }),
		resumed: () => m.news_resumed(),
		speaker_booked: () =>
			m.booking_news_booked({
				day: day(details.from),
				name: isolate(details.speaker ?? ''),
				topic: isolate(wishWords(details.topic ?? 'own', details.words))
			}),
		speaker_cancelled: () =>
			m.booking_news_cancelled({ day: day(details.from), name: isolate(details.speaker ?? '') })
	};
	const line = capital(lines[kind]());
	return details.reason ? `${line} ${m.news_reason({ reason: isolate(details.reason) })}` : line;
}

const ruleOf = ({
	weekday = 1,
	startsAt = '00:00',
	durationMinutes = 0
}: GroupNews['details']) => ({
	weekday,
	startsAt,
	durationMinutes
});
