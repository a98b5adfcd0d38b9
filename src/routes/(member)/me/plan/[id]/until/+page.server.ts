import { error } from '@sveltejs/kit';
import { dateWords } from '$lib/dates/words.server';
import { changeGoal, loadGoal } from '$lib/goals/goals.server';
import { onward } from '$lib/server/onward';
import { canEnd, daysOn } from '$lib/goals/period';
import { until, untilWeeks } from '$lib/goals/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export async function load({ locals, params, url }) {
	const { plan, goal } = await loadGoal(locals.supabase, params.id);
	const starting = url.searchParams.has('new');
	const path = `/me/plan/${goal.id}`;
	const weeks = untilWeeks.map((value) => ({ value, day: daysOn(plan.today, Number(value) * 7) }));
	return {
		title: m.plan_until_question(),
		back: starting ? `${path}/theme?new` : path,
		...(starting && { step: 3, total: 3 }),
		chosen: weeks.find(({ day }) => day === goal.endsOn)?.value ?? 'own',
		day: goal.endsOn,
		options: [
			...weeks.map(({ value, day }) => ({
				value: value as string,
				label: m.plan_until_weeks({ weeks: value }),
				hint: m.plan_until_through({ date: dateWords(day) })
			})),
			{ value: 'own', label: m.plan_until_own() }
		]
	};
}

export const actions = {
	default: formAction(until, async ({ weeks, day }, event) => {
		const { locals, params, url } = event;
		const { plan, goal } = await loadGoal(locals.supabase, params.id);
		const endsOn = weeks === 'own' ? day : daysOn(plan.today, Number(weeks) * 7);
		if (!canEnd(endsOn, goal.startsOn, plan.today)) {
			error(422, { message: m.plan_until_error(), field: 'day' });
		}
		await changeGoal(locals.supabase, goal.id, { ends_on: endsOn });
		const starting = url.searchParams.has('new');
		onward(event, `/me/plan/${goal.id}`, starting ? m.plan_started() : m.plan_saved());
	})
};
