import { loadGroup } from '$lib/groups/groups.server';
import { isolate } from '$lib/ui/isolate';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, parent, url }) {
	const groupId = url.searchParams.get('group');
	const [{ me }, group] = await Promise.all([
		parent(),
		groupId ? loadGroup(locals.supabase, groupId) : null
	]);
	return {
		title: m.joined_title({ name: isolate(me?.firstName ?? '') }),
		group: group && {
			id: group.id,
			name: group.name,
			seated: group.mine === 'member' || group.mine === 'host'
		}
	};
}
