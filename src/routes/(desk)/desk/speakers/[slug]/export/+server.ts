import { m } from '$lib/paraglide/messages';
import { callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { writeSpeakers } from '$lib/speakers/import.server';
import { exportShape } from '$lib/speakers/shapes.server';

/** The whole sprekersbank, as a file. */
export async function GET({ locals, params }) {
	const { slug } = params;
	const speakers = await callPage(locals.supabase, 'export_speakers', { slug }, exportShape);
	return new Response(writeSpeakers(speakers ?? notThere()), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${m.speakers_file_name()}.csv"`
		}
	});
}
