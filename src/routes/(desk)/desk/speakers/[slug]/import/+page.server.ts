import { error, fail, isHttpError } from '@sveltejs/kit';
import { z } from 'zod';
import { weekMomentWords } from '$lib/groups/moment-words.server';
import { moments } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { callPage } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { columns, needed } from '$lib/speakers/columns.server';
import { decodeCsv } from '$lib/speakers/csv.server';
import { MOST_BYTES, readSpeakers, type Reading } from '$lib/speakers/import.server';
import { importShape } from '$lib/speakers/shapes.server';
import { loadBank } from '$lib/speakers/speakers.server';
import { languageOptions, topicOptions } from '$lib/speakers/words.server';

type Visit = { locals: App.Locals; params: { slug: string } };

/** How many rows that are not right are told at once. */
const TOLD = 50;

const named = (of: readonly { label: string }[]) => of.map(({ label }) => label).join(', ');
const headed = (of: typeof columns) => of.map(({ head }) => head()).join(', ');
const counted = (count: number, one: () => string, more: (of: { count: number }) => string) =>
	count === 1 ? one() : more({ count });

export async function load({ locals, params }) {
	await loadBank(locals.supabase, params.slug);
	const [example] = moments.filter(({ id }) => id === '2-morning').map(weekMomentWords);
	return {
		title: m.speaker_import_title(),
		path: `/desk/speakers/${params.slug}`,
		how: [
			m.speaker_import_how_heads({ columns: headed(columns) }),
			m.speaker_import_how_needed({
				columns: headed(columns.filter(({ key }) => needed.includes(key)))
			}),
			m.speaker_import_how_topics({
				words: named(topicOptions().filter(({ value }) => value !== 'own'))
			}),
			m.speaker_import_how_languages({ words: named(languageOptions()) }),
			m.speaker_import_how_days({ example: example ?? '' })
		]
	};
}

/** Nothing is written: what is not right, and the rows where. */
function refused(status: number, problem: string, wrong: Reading['wrong'] = []) {
	const left = wrong.length - TOLD;
	return fail(status, {
		values: {},
		errors: { csv: problem },
		wrong: wrong.slice(0, TOLD),
		left: left > 0 ? counted(left, m.speaker_import_more_one, m.speaker_import_more) : null
	});
}

/** The text of the file that was chosen, or what is not right about it. */
async function fileOf(request: Request) {
	try {
		const file = (await request.formData()).get('csv');
		if (typeof file === 'string') return file;
		if (!file?.size) return refused(400, m.speaker_csv_choose());
		if (file.size > MOST_BYTES) return refused(413, m.speaker_csv_too_large());
		return decodeCsv(new Uint8Array(await file.arrayBuffer()));
	} catch (failure) {
		// More than the server reads at all.
		if ((failure as { status?: number }).status !== 413) throw failure;
		return refused(413, m.speaker_csv_too_large());
	}
}

async function write({ locals, params }: Visit, speakers: object[], dryRun: boolean) {
	const { id } = await loadBank(locals.supabase, params.slug);
	const args = { neighbourhood_id: id, speakers: speakers as never, dry_run: dryRun };
	return callPage(locals.supabase, 'import_speakers', args, importShape);
}

async function check(event: Visit & { request: Request }) {
	const csv = await fileOf(event.request);
	if (typeof csv !== 'string') return csv;
	const { speakers, problem, wrong, skipped } = readSpeakers(csv);
	if (problem) return refused(400, problem);
	if (wrong.length) {
		const say = counted(wrong.length, m.speaker_import_wrong_one, m.speaker_import_wrong);
		return refused(400, say, wrong);
	}
	const { added, known, back } = await write(event, speakers, true);
	const says = [
		added > 0 && counted(added, m.speaker_import_added_one, m.speaker_import_added),
		known > 0 && counted(known, m.speaker_import_known_one, m.speaker_import_known),
		back > 0 && counted(back, m.speaker_import_back_one, m.speaker_import_back),
		skipped.length > 0 && m.speaker_import_skipped({ columns: skipped.join(', ') })
	];
	return { csv, says: says.filter((it) => it !== false) };
}

export const actions = {
	check: async (event) => {
		try {
			return await check(event);
		} catch (thrown) {
			// A rule that said no, such as a bank that is full, is said on the page.
			if (!isHttpError(thrown) || thrown.status !== 409) throw thrown;
			return refused(409, thrown.body.message);
		}
	},
	keep: formAction(
		z.object({ csv: z.string().max(MOST_BYTES) }),
		async ({ csv }, event) => {
			// What was shown is read once more: what comes in is whatever was sent.
			const { speakers, problem, wrong } = readSpeakers(csv);
			if (problem || wrong.length)
				error(400, { message: problem ?? m.speaker_import_wrong_text(), field: 'csv' });
			const { added, known } = await write(event, speakers, false);
			const done = counted(added + known, m.speaker_import_done_one, m.speaker_import_done);
			onward(event, `/desk/speakers/${event.params.slug}`, done);
		},
		Infinity
	)
};
