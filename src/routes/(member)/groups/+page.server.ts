import { describeGroup } from '$lib/groups/describe.server';
import { listGroups } from '$lib/groups/groups.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals }) {
	const groups = (await listGroups(locals.supabase)).map(describeGroup);
	const mine = groups.filter((group) => group.mine === 'member');
	return {
		title: m.groups_title(),
		mine,
		others: groups.filter((group) => group.mine !== 'member')
	};
}
