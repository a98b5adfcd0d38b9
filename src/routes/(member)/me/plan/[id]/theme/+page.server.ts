import { themeWords } from '$lib/goals/describe.server';
import { changeGoal, loadGoal, wishOf } from '$lib/goals/goals.server';
import { themes } from '$lib/goals/kinds';
import { onward } from '$lib/server/onward';
import { theme } from '$lib/goals/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export async function load({ locals, params, url }) {
	const { goal } = await loadGoal(locals.supabase, params.id);
	const starting = url.searchParams.has('new');
	const path = `/me/plan/${goal.id}`;
	return {
		title: m.plan_theme_question(),
		back: starting ? `${path}/${wishOf(goal).id}?new` : path,
		...(starting && { step: 2, total: 3 }),
		button: starting ? m.next() : m.plan_save_choice(),
		theme: goal.theme ?? 'none',
		options: [
			...themes.map((value) => ({ value, label: themeWords[value]() })),
			{ value: 'none' as const, label: m.plan_theme_none() }
		]
	};
}

export const actions = {
	default: formAction(theme, async (input, event) => {
		await changeGoal(event.locals.supabase, event.params.id, { theme: input.theme });
		const path = `/me/plan/${event.params.id}`;
		if (event.url.searchParams.has('new')) onward(event, `${path}/until?new`);
		onward(event, path, m.plan_saved());
	})
};
