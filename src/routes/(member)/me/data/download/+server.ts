import { packExport } from '$lib/rights/export.server';

/** Everything about me, as a file. */
export async function GET({ locals }) {
	return new Response(await packExport(locals.supabase), {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': 'attachment; filename="mijn-gegevens.zip"'
		}
	});
}
