import { dayWords, momentWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { dialOf } from '$lib/neighbourhood/dial';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { costWords } from '$lib/speakers/words.server';
import { isolate } from '$lib/ui/isolate';
import type { Wish } from './shapes.server';
import { wishWords } from './topics';

type Speaker = Wish['speakers'][number];

const list = (words: string[]) => new Intl.ListFormat(getLocale()).format(words);

/** A wish as a facilitator reads it: who is asked, or else whom to ask. */
export function describeWish({ booking, speakers, refused, timeZone, ...wish }: Wish) {
	return {
		title: m.booking_find_title({ topic: isolate(wishWords(wish.topic, wish.words)) }),
		intro: m.booking_find_intro({ group: isolate(wish.groupName) }),
		booking: booking && describeBooking(booking, wish, timeZone),
		speakers: speakers.map((speaker) => ({
			href: speaker.days.length ? `/desk/wishes/${wish.id}/${speaker.id}` : undefined,
			name: speaker.name,
			organisation: speaker.organisation ?? undefined,
			tells: tellsWords(speaker),
			days: speaker.days.length
				? m.booking_find_days({
						days: list(speaker.days.slice(0, 3).map((day) => dayWords(day.startsAt, timeZone)))
					})
				: m.booking_find_no_days(),
			refused: refused.includes(speaker.id)
		}))
	};
}

/** What a facilitator weighs before asking: topics, steps, needs, cost. */
export const describeSpeaker = (speaker: Speaker) => [
	tellsWords(speaker),
	...(speaker.plainLanguage ? [m.speaker_says_plain()] : []),
	...(speaker.stepsFreeNeeded ? [m.speaker_says_stairs()] : []),
	...(speaker.needs ? [m.speaker_says_needs({ needs: isolate(speaker.needs) })] : []),
	costWords(speaker)
];

const tellsWords = ({ topics, ownTopic }: Speaker) =>
	m.booking_find_topics({
		topics: list(topics.map((topic) => wishWords(topic, topic === 'own' ? ownTopic : null)))
	});

function describeBooking(
	{ state, speaker, startsAt, asker, telephone, days, ...booking }: NonNullable<Wish['booking']>,
	{ topic, words }: Pick<Wish, 'topic' | 'words'>,
	timeZone: string
) {
	const name = isolate(speaker);
	const says = {
		asked: () =>
			asker
				? m.booking_asked_intro({ name, asker: isolate(asker) })
				: m.booking_asked_intro_plain({ name }),
		call: () => m.booking_call_intro({ name }),
		booked: () =>
			m.booking_comes_on({
				day: capital(dayWords(startsAt ?? booking.askedAt, timeZone)),
				name,
				topic: isolate(wishWords(topic, words))
			})
	};
	return {
		...booking,
		says: says[state](),
		booked: state === 'booked',
		telephone,
		call: telephone && `tel:${dialOf(telephone)}`,
		then: m.booking_call_then({ name }),
		days: days.flatMap(({ free, ...day }) =>
			free
				? [
						{
							meetupId: day.meetupId,
							label: m.booking_confirm_button({ day: momentWords({ ...day, timeZone }) })
						}
					]
				: []
		)
	};
}
