import { dateWords, dayWords } from '$lib/dates/words.server';
import { localDate } from '$lib/dates/local.server';
import { loadBalance } from '$lib/goals/balance.server';
import { daysOn } from '$lib/goals/period';
import { balance as schema, reader, skipWeeks, weeksOff } from '$lib/goals/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

// As the database counts days for who lives in no neighbourhood yet.
const ZONE = 'Europe/Amsterdam';

const levels = [
	{ value: '-2', picture: 'level-1', label: m.balance_much_less },
	{ value: '-1', picture: 'level-2', label: m.balance_less },
	{ value: '0', picture: 'level-3', label: m.balance_normal },
	{ value: '1', picture: 'level-4', label: m.balance_more },
	{ value: '2', picture: 'level-5', label: m.balance_much_more }
] as const;

/** The last day of so many weeks that begin today. */
const through = (weeks: number) => daysOn(localDate(new Date(), ZONE), weeks * 7 - 1);

export async function load({ locals }) {
	const { balance, circle } = await loadBalance(locals.supabase);
	return {
		title: m.balance_title(),
		circle,
		level: String(balance?.level ?? 0),
		words: balance?.words ?? '',
		set: balance ? m.balance_set({ date: dayWords(balance.setAt, ZONE) }) : null,
		levels: levels.map((level) => ({ ...level, label: level.label() })),
		weeks: skipWeeks.map((weeks) => ({
			value: weeks,
			label: weeks === '1' ? m.balance_skip_one() : m.balance_skip_many({ weeks }),
			hint: m.balance_skip_through({ date: dateWords(through(Number(weeks))) })
		}))
	};
}

export const actions = {
	set: formAction(schema, async ({ level, words }, { locals }) => {
		await call(locals.supabase, 'set_balance', { level, words });
		return { notice: level === 0 ? m.balance_saved_normal() : m.balance_saved() };
	}),
	show: formAction(reader, async ({ readerId, on }, { locals }) => {
		await call(locals.supabase, 'set_view', { reader_id: readerId, what: 'balance', sees: on });
	}),
	skip: formAction(weeksOff, async ({ weeks }, { locals }) => {
		const count = await call(locals.supabase, 'skip_until', { until: through(weeks) });
		return { notice: skippedWords(count) };
	}),
	askCall: formAction(reader, async ({ readerId, on }, { locals }) => {
		await call(locals.supabase, 'ask_call', { reader_id: readerId, asked: on });
		return { notice: on ? m.balance_call_done() : m.balance_call_withdrawn() };
	})
};

function skippedWords(count: number) {
	if (count === 0) return m.balance_skipped_none();
	return count === 1 ? m.balance_skipped_one() : m.balance_skipped({ count });
}
