import { m } from '$lib/paraglide/messages';
import type { PictureName } from '$lib/ui/Picture.svelte';
import {
	callTimes,
	nuisances,
	nuisanceTimes,
	severities,
	talks,
	topics,
	type CallTime,
	type Nuisance,
	type NuisanceTime,
	type ServiceKind,
	type Severity,
	type Talk,
	type Topic
} from './kinds';

type Words<Kind extends string> = Record<Kind, () => string>;

export const topicWords: Words<Topic> = {
	question: m.request_topic_question,
	app: m.request_topic_app,
	worry: m.request_topic_worry,
	nuisance: m.request_topic_nuisance,
	other: m.request_topic_other
};

export const topicPictures: Record<Topic, PictureName> = {
	question: 'talk',
	app: 'telephone',
	worry: 'coffee',
	nuisance: 'house',
	other: 'other'
};

export const callTimeWords: Words<CallTime> = {
	any_time: m.request_call_any_time,
	morning: m.request_call_morning,
	afternoon: m.request_call_afternoon,
	evening: m.request_call_evening
};

export const nuisanceWords: Words<Nuisance> = {
	noise: m.request_nuisance_noise,
	litter: m.request_nuisance_litter,
	animals: m.request_nuisance_animals,
	smell: m.request_nuisance_smell,
	street: m.request_nuisance_street,
	unsafe: m.request_nuisance_unsafe,
	other: m.request_topic_other
};

export const nuisancePictures: Record<Nuisance, PictureName> = {
	noise: 'loud',
	litter: 'bin',
	animals: 'paw',
	smell: 'smoke',
	street: 'cone',
	unsafe: 'lock',
	other: 'other'
};

export const nuisanceTimeWords: Words<NuisanceTime> = {
	now: m.request_when_now,
	daytime: m.request_when_daytime,
	evening: m.request_when_evening,
	night: m.request_when_night,
	always: m.request_when_always
};

export const severityWords: Words<Severity> = {
	1: m.request_severity_1,
	2: m.request_severity_2,
	3: m.request_severity_3
};

export const severityPictures: Record<Severity, PictureName> = {
	1: 'cloud',
	2: 'rain',
	3: 'storm'
};

export const talkWords: Words<Talk> = {
	call_me: m.request_talk_call_me,
	with_me: m.request_talk_with_me,
	with_neighbours: m.request_talk_with_neighbours,
	together: m.request_talk_together
};

export const serviceKindWords: Words<ServiceKind> = {
	community_centre: m.contact_service_community_centre,
	police: m.contact_service_police,
	housing: m.contact_service_housing,
	gp_post: m.contact_service_gp_post,
	other: m.contact_service_other
};

const options = <Kind extends string>(kinds: readonly Kind[], words: Words<Kind>) =>
	kinds.map((value) => ({ value, label: words[value]() }));

export const topicOptions = () => options(topics, topicWords);
export const callTimeOptions = () => options(callTimes, callTimeWords);
export const nuisanceOptions = () => options(nuisances, nuisanceWords);
export const nuisanceTimeOptions = () => options(nuisanceTimes, nuisanceTimeWords);
export const severityOptions = () => options(severities, severityWords);
export const talkOptions = () => options(talks, talkWords);
