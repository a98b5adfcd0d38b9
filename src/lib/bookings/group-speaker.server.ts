import type { z } from 'zod';
import { dayWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { groupSpeakerShape } from './shapes.server';
import { wishWords } from './topics';

type Group = { speaker: z.infer<typeof groupSpeakerShape>; timeZone: string };

/** What the group wishes, who comes and whom to thank, in words; nothing for who may not know. */
export function describeGroupSpeaker({ speaker, timeZone }: Group) {
	const { wish = null, thanks = null } = speaker ?? {};
	return {
		wish: wish && {
			id: wish.id,
			bookingId: wish.bookingId,
			topic: isolate(wishWords(wish.topic, wish.words)),
			comes:
				wish.name && wish.startsAt
					? m.booking_comes_on({
							day: capital(dayWords(wish.startsAt, timeZone)),
							name: isolate(wish.name),
							topic: isolate(wishWords(wish.topic, wish.words))
						})
					: null
		},
		thanks: thanks && {
			bookingId: thanks.bookingId,
			said: thanks.said,
			title: m.booking_thanks_title({
				name: isolate(thanks.name),
				topic: isolate(wishWords(thanks.topic, thanks.words))
			})
		}
	};
}

export type GroupSpeaker = ReturnType<typeof describeGroupSpeaker>;
