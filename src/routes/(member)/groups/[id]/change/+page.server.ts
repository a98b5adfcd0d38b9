import { describeGroup } from '$lib/groups/describe.server';
import { loadHostedGroup } from '$lib/groups/hosting.server';
import { m } from '$lib/paraglide/messages';

const notices: Record<string, () => string> = {
	details: m.change_details_done,
	moment: m.change_moment_done,
	chairs: m.change_chairs_done,
	pause: m.change_pause_done,
	resume: m.change_resume_done
};

export async function load({ locals, params, url }) {
	const group = await loadHostedGroup(locals.supabase, params.id);
	const { id, name, placeName, rule, chairs, pausedUntil } = describeGroup(group);
	return {
		title: m.change_title(),
		notice: notices[url.searchParams.get('done') ?? '']?.() ?? null,
		group: { id, name, placeName, rule, chairs, pausedUntil }
	};
}
