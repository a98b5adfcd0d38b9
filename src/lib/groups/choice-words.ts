import type { SpeakerAt } from '$lib/bookings/shapes.server';
import { comesWords } from '$lib/bookings/speaker-words';
import type { Activity } from './activities';
import { activityWords } from './activity-words';

type Choice = {
	activity: Activity | null;
	activityWords: string | null;
	speaker?: SpeakerAt | null;
};

/** What a group does at a meetup, in words: with who comes, when somebody does; null while open. */
export const choiceWords = ({ activity, activityWords: own, speaker }: Choice) =>
	speaker ? comesWords(speaker) : activity && activityWords(activity, own);
