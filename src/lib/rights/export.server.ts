import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { callPage } from '$lib/server/call';
import { exportPage } from './export-page.server';

const rows = z.array(z.record(z.string(), z.json()));
const exportShape = z
	.object({
		madeAt: z.string(),
		signIn: z.record(z.string(), rows),
		care: z.record(z.string(), rows)
	})
	.catchall(rows);
export type MyExport = z.output<typeof exportShape>;

/** Everything about me in one file: once for a computer, once to read. */
export async function packExport(supabase: App.Locals['supabase']) {
	const everything = await callPage(supabase, 'my_export', {}, exportShape);
	const packed = zipSync(
		{
			'mijn-gegevens.html': strToU8(exportPage(everything)),
			'mijn-gegevens.json': strToU8(JSON.stringify(everything, null, '\t'))
		},
		{ mtime: everything.madeAt }
	);
	return new Blob([packed]);
}
