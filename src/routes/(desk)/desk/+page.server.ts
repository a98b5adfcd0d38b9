import { error } from '@sveltejs/kit';
import { chairsWords } from '$lib/groups/chairs-words';
import { capital } from '$lib/groups/describe.server';
import { loadWelcome } from '$lib/groups/groups.server';
import { welcome } from '$lib/groups/welcome.server';
import { ruleWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, parent }) {
	const [{ facilitates }, { requests, groups }] = await Promise.all([
		parent(),
		loadWelcome(locals.supabase)
	]);
	if (!facilitates) error(404, { message: m.error_not_found(), hint: 'not_found' });
	return {
		title: m.desk_title(),
		requests,
		groups: groups.map((group) => ({
			...group,
			rule: capital(ruleWords(group)),
			chairs: chairsWords(group)
		}))
	};
}

export const actions = { welcome };
