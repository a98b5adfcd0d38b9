import { createVisitorSupabase } from './supabase';

const HOUR = 3_600_000;

/** Lets the database do what is due, now and every hour, as a visitor: the function needs no rights. */
export function runDueJobsHourly() {
	const run = async () => {
		const { error } = await createVisitorSupabase().rpc('run_due_jobs');
		if (error) console.error('due jobs', error.code, error.message);
	};
	void run();
	setInterval(() => void run(), HOUR).unref();
}
