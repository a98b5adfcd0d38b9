import { awayWords } from '$lib/contact/desk-hours.server';
import { dialOf } from '$lib/neighbourhood/dial';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { speakerAway, speakerBack } from '$lib/speakers/schema';
import { loadSpeaker } from '$lib/speakers/speakers.server';
import { aboutWords, costWords, freeWords, mannerWords } from '$lib/speakers/words.server';

export async function load({ locals, params }) {
	const speaker = await loadSpeaker(locals.supabase, params.slug, params.speaker);
	const { name, organisation, needs, email, telephone, notes, archived } = speaker;
	const path = `/desk/speakers/${params.slug}`;
	return {
		title: name,
		path: `${path}/${speaker.id}`,
		back: archived ? `${path}?away=1` : path,
		speaker: { organisation: organisation ?? undefined, needs, email, telephone, notes, archived },
		dial: telephone && dialOf(telephone),
		about: aboutWords(speaker),
		manner: mannerWords(speaker),
		cost: costWords(speaker),
		free: freeWords(speaker),
		away: speaker.away.map((days) => ({ firstOn: days.firstOn, words: awayWords(days) }))
	};
}

const about = ({ params }: { params: { speaker: string } }) => ({ speaker_id: params.speaker });

export const actions = {
	archive: formAction(nothing, async (_, event) => {
		await call(event.locals.supabase, 'archive_speaker', { ...about(event), archive: true });
		return { notice: m.speaker_archive_done() };
	}),
	bringBack: formAction(nothing, async (_, event) => {
		await call(event.locals.supabase, 'archive_speaker', { ...about(event), archive: false });
		return { notice: m.speaker_bring_back_done() };
	}),
	remove: formAction(nothing, async (_, event) => {
		await call(event.locals.supabase, 'remove_speaker', about(event));
		onward(event, `/desk/speakers/${event.params.slug}`, m.speaker_remove_done());
	}),
	away: formAction(speakerAway, async ({ firstOn, lastOn }, event) => {
		const days = { first_on: firstOn, last_on: lastOn };
		await call(event.locals.supabase, 'send_speaker_away', { ...about(event), ...days });
		return { notice: m.speaker_away_done() };
	}),
	notAway: formAction(speakerBack, async ({ day }, event) => {
		await call(event.locals.supabase, 'bring_speaker_back', { ...about(event), first_on: day });
		return { notice: m.speaker_back_done() };
	})
};
