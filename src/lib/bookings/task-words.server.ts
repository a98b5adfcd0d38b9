import { dayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { SpeakerTask } from './shapes.server';
import { wishWords } from './topics';

/** A line of Overzicht: a wish without a speaker, one who did not answer yet, one who likes a call. */
export function describeTask({
	id,
	groupName,
	topic,
	words,
	timeZone,
	state,
	speaker,
	telephone,
	day
}: SpeakerTask) {
	const group = isolate(groupName);
	if (!speaker || !day) {
		const about = isolate(wishWords(topic, words));
		return { id, title: m.booking_task_open({ group, topic: about }), telephone: null, say: null };
	}
	const name = isolate(speaker);
	return state === 'call'
		? {
				id,
				title: m.booking_task_call({ name }),
				telephone,
				say: m.booking_task_call_why({ group })
			}
		: {
				id,
				title: m.booking_task_asked({ day: dayWords(day, timeZone) }),
				telephone: null,
				say: m.booking_task_asked_who({ name, group })
			};
}
