import { redirect } from '@sveltejs/kit';
import { loadGoal, wishOf } from '$lib/goals/goals.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, params }) {
	const { goal } = await loadGoal(locals.supabase, params.id);
	if (goal.state !== 'done') redirect(303, `/me/plan/${goal.id}`);
	return { title: m.plan_done_title(), wish: wishOf(goal).words };
}
