import { awayWords, describePresence, hourOptions } from '$lib/contact/desk-hours.server';
import { absenceId, daysAway, notNow, weekHours } from '$lib/contact/desk-schema';
import { loadDesk } from '$lib/contact/desk.server';
import { daysOn } from '$lib/goals/period';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const desk = await loadDesk(locals.supabase, params.neighbourhood);
	return {
		title: m.contact_desk_hours(),
		presence: describePresence(desk),
		days: hourOptions(desk.hours),
		absences: desk.absences.map(({ id, ...days }) => ({ id, words: awayWords(days) })),
		newId: crypto.randomUUID(),
		earliest: desk.today,
		latest: daysOn(desk.today, 366)
	};
}

export const actions = {
	notNow: formAction(notNow, async ({ minutes }, { locals, params }) => {
		const { id } = await loadDesk(locals.supabase, params.neighbourhood);
		await call(locals.supabase, 'not_now', { neighbourhood_id: id, minutes });
		return { notice: minutes === 0 ? m.contact_desk_back_done() : m.contact_desk_not_now_done() };
	}),
	week: formAction(weekHours, async (hours, { locals, params }) => {
		const { id } = await loadDesk(locals.supabase, params.neighbourhood);
		await call(locals.supabase, 'set_contact_hours', { neighbourhood_id: id, hours });
		return { notice: m.contact_desk_week_done() };
	}),
	away: formAction(daysAway, async ({ id, firstOn, lastOn }, { locals, params }) => {
		const desk = await loadDesk(locals.supabase, params.neighbourhood);
		await call(locals.supabase, 'go_away', {
			id,
			neighbourhood_id: desk.id,
			first_on: firstOn,
			last_on: lastOn
		});
		return { notice: m.contact_desk_away_done() };
	}),
	comeBack: formAction(absenceId, async ({ id }, { locals }) => {
		await call(locals.supabase, 'come_back', { absence_id: id });
		return { notice: m.contact_desk_come_back_done() };
	})
};
