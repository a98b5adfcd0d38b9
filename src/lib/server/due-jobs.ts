import { createClient } from '@supabase/supabase-js';
import { env } from '$env/dynamic/private';
import type { Database } from './database.types';
import { parseEnvironment } from './environment';

const HOUR = 3_600_000;

/** Lets the database do what is due, now and every hour, as a visitor: the function needs no rights. */
export function runDueJobsHourly() {
	const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = parseEnvironment(env);
	const supabase = createClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
		auth: { persistSession: false, autoRefreshToken: false }
	});
	const run = async () => {
		const { error } = await supabase.rpc('run_due_jobs');
		if (error) console.error('due jobs', error.code, error.message);
	};
	void run();
	setInterval(() => void run(), HOUR).unref();
}
