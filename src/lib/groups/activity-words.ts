import { m } from '$lib/paraglide/messages';
import { activities, type Activity } from './activities';

const words: Record<Activity, () => string> = {
	walk: m.activity_walk,
	game: m.activity_game,
	talk: m.activity_talk,
	coffee: m.activity_coffee,
	chore: m.activity_chore,
	speaker: m.activity_speaker,
	other: m.activity_other
};

/** What an activity is called; something else is called by the group's own words. */
export const activityWords = (activity: Activity, own?: string | null) => own ?? words[activity]();

/** The picture cards of "Wat doen we?", as options of a form. */
export const activityOptions = () =>
	activities.map((activity) => ({ value: activity, label: words[activity]() }));
