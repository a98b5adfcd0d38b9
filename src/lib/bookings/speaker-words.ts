import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { SpeakerAt } from './shapes.server';
import { wishWords } from './topics';

/** "Fatma komt vertellen over geld". */
export const comesWords = ({ name, topic, words }: SpeakerAt) =>
	m.booking_comes({ name: isolate(name), topic: isolate(wishWords(topic, words)) });
