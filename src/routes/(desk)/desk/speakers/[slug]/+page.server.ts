import { capital } from '$lib/groups/describe.server';
import { partWords } from '$lib/groups/moment-words.server';
import { m } from '$lib/paraglide/messages';
import { bankFilter, bankSkip } from '$lib/speakers/schema';
import { loadBank, PAGE } from '$lib/speakers/speakers.server';
import { aboutWords, mannerWords, topicOptions } from '$lib/speakers/words.server';

const all = (label: string) => ({ value: '', label });

export async function load({ locals, params, url }) {
	const asked = (name: string) => url.searchParams.get(name) || null;
	const filter = bankFilter.parse({
		words: asked('words'),
		topic: asked('topic'),
		date: asked('date'),
		part: asked('part'),
		away: asked('away')
	});
	const skip = bankSkip.parse(asked('skip') ?? 0);
	const { today, count, speakers } = await loadBank(locals.supabase, params.slug, filter, skip);
	const path = `/desk/speakers/${params.slug}`;
	const chosen = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
	const further = new URLSearchParams([...chosen, ['skip', String(skip + PAGE)]]);
	return {
		title: filter.away ? m.speakers_away() : m.speakers_title(),
		path,
		filter,
		filtered: chosen.length > 0,
		today,
		count: count === 1 ? m.speakers_count_one() : m.speakers_count({ count }),
		speakers: speakers.map((speaker) => ({
			id: speaker.id,
			name: speaker.name,
			organisation: speaker.organisation ?? undefined,
			about: aboutWords(speaker),
			manner: mannerWords(speaker).join(' ')
		})),
		further: skip + PAGE < count ? `${path}?${further}` : null,
		start: skip > 0 ? `${path}?${new URLSearchParams(chosen)}` : null,
		topics: [all(m.speakers_any_topic()), ...topicOptions()],
		parts: [
			all(m.speakers_any_part()),
			...Object.entries(partWords).map(([value, label]) => ({ value, label: capital(label()) }))
		]
	};
}
