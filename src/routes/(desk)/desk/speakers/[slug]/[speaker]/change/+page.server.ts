import { weekdayWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { partWords } from '$lib/groups/moment-words.server';
import { moments } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { speakerForm } from '$lib/speakers/schema';
import { loadBank, loadSpeaker } from '$lib/speakers/speakers.server';
import { eurosWords, languageOptions, topicOptions } from '$lib/speakers/words.server';
import { isolate } from '$lib/ui/isolate';

type Visit = { locals: App.Locals; params: { slug: string; speaker: string } };

const NEW = 'new';

async function find({ locals, params }: Visit) {
	const path = `/desk/speakers/${params.slug}`;
	if (params.speaker === NEW) {
		const { id } = await loadBank(locals.supabase, params.slug);
		return { neighbourhoodId: id, saved: null, back: path };
	}
	const saved = await loadSpeaker(locals.supabase, params.slug, params.speaker);
	return { neighbourhoodId: saved.neighbourhoodId, saved, back: `${path}/${saved.id}` };
}

export async function load(visit: Visit) {
	const { saved, back } = await find(visit);
	const said = saved?.freeDays ?? [];
	return {
		title: saved ? m.speaker_change_title({ name: isolate(saved.name) }) : m.speaker_new(),
		back,
		id: saved?.id ?? crypto.randomUUID(),
		saved,
		cost: saved?.costCents ? eurosWords(saved.costCents) : '',
		facts: [
			...(saved?.plainLanguage ? ['plain'] : []),
			...(saved?.stepsFreeNeeded ? ['stairs'] : [])
		],
		topics: topicOptions(),
		languages: languageOptions(),
		days: [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
			const ofDay = moments.filter((moment) => moment.weekday === weekday);
			return {
				name: `day${weekday}`,
				label: capital(weekdayWords(weekday)),
				options: ofDay.map(({ part }) => ({ value: part, label: partWords[part]() })),
				said: ofDay.flatMap(({ id, part }) => (said.includes(id) ? [part] : []))
			};
		})
	};
}

export const actions = {
	default: formAction(speakerForm, async ({ id: typed, speaker }, event) => {
		const { neighbourhoodId, saved } = await find(event);
		const id = saved?.id ?? typed;
		await call(event.locals.supabase, 'keep_speaker', {
			id,
			neighbourhood_id: neighbourhoodId,
			speaker
		});
		onward(event, `/desk/speakers/${event.params.slug}/${id}`, m.speaker_done());
	})
};
