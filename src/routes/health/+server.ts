import { json } from '@sveltejs/kit';
import { version } from '../../../package.json';

/** For whoever watches the server: 200 when the database answers, 503 when it does not. */
export async function GET({ locals }) {
	const { error } = await locals.supabase.from('neighbourhoods').select('id').limit(1);
	const database = error ? 'unreachable' : 'ok';
	return json({ status: error ? 'error' : 'ok', version, database }, { status: error ? 503 : 200 });
}
