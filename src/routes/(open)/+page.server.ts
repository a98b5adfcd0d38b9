import { redirect } from '@sveltejs/kit';

/** Who is signed in starts at Vandaag. */
export function load({ locals }) {
	if (locals.userId) redirect(303, '/today');
}
