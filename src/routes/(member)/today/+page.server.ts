import { z } from 'zod';
import { describeRequest } from '$lib/contact/words.server';
import {
	dateWords,
	hoursWords,
	nearDayWords,
	timeWords,
	weekdayWords
} from '$lib/dates/words.server';
import { answerHowItWent } from '$lib/goals/actions.server';
import { askWords } from '$lib/goals/describe.server';
import { onlyOnce } from '$lib/goals/goals.server';
import { choiceWords } from '$lib/groups/choice-words';
import { capital } from '$lib/groups/describe.server';
import { loadToday } from '$lib/groups/groups.server';
import { welcome } from '$lib/groups/welcome.server';
import {
	answerPost,
	answerProposedPost,
	keepPost,
	withdrawAnswer,
	withdrawPost
} from '$lib/help/actions.server';
import { describeHelpToday } from '$lib/help/today.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';
import { cards, fold } from './cards';

export async function load({ locals }) {
	const today = await loadToday(locals.supabase);
	const when = (span: { startsAt: string; endsAt: string; timeZone: string }) => ({
		day: nearDayWords(span.startsAt, span.timeZone),
		hours: hoursWords(span)
	});
	const meetups = untilNext(today.meetups).map((meetup) => ({
		...meetup,
		...when(meetup),
		headline: capital(
			(meetup.state === 'cancelled' ? m.today_cancelled : m.today_when)({ day: when(meetup).day })
		),
		activity: choiceWords(meetup)
	}));
	const offers = today.offers.map((offer) => ({
		...offer,
		...when(offer),
		headline: capital(m.today_offer({ day: when(offer).day }))
	}));
	const chairs = today.chairs.map(({ weekday, startsAt, fromName, ...chair }) => ({
		...chair,
		gives: fromName && m.today_chair_gives({ group: isolate(fromName) }),
		headline: m.today_chair({
			group: isolate(chair.groupName),
			day: weekdayWords(weekday),
			hour: m.date_hour({ hour: timeWords(startsAt) })
		})
	}));
	const paused = today.groups.flatMap(({ id, name, pausedUntil }) =>
		pausedUntil ? [{ id, name, until: dateWords(pausedUntil) }] : []
	);
	const help = await describeHelpToday(locals.supabase, today.help);
	const balance = today.balance?.ask ? [{ less: today.balance.level < 0 }] : [];
	const mine = today.contact.map((request) => describeRequest(request));
	const contact = mine.length ? [mine] : [];
	return {
		title: m.today_title(),
		readAlong: today.supported.filter(({ accepted, callAskedAt }) => accepted && !callAskedAt),
		nothing:
			!meetups.length &&
			!today.groups.length &&
			!today.asked.length &&
			!today.waiting.length &&
			!chairs.length,
		// My next meetup first, then what is asked of me, then what is good to know.
		...fold([
			...cards('meetup', meetups.slice(0, 1)),
			...cards('left', today.left),
			...cards('chair', chairs),
			...cards('request', today.requests),
			...cards('offer', offers),
			...cards('answered', help.answered),
			...cards('changed', help.changed),
			...cards('talk', help.talk),
			...cards('contact', contact),
			...cards('proposed', help.proposals),
			...cards(
				'support',
				today.supported.filter(({ accepted }) => !accepted)
			),
			...cards(
				'call',
				today.supported.filter(({ accepted, callAskedAt }) => accepted && callAskedAt)
			),
			...cards(
				'step',
				today.steps.map((step) => ({ ...step, at: askWords(step) }))
			),
			...cards('how', help.reflect),
			...cards('still', help.questions),
			...cards('balance', balance),
			...cards('meetup', meetups.slice(1)),
			...cards('paused', paused),
			...cards('asked', today.asked),
			...cards('waiting', today.waiting)
		])
	};
}

/** Of each group what is off, up to and with the first meetup that takes place. */
function untilNext<Meetup extends { groupId: string; state: string }>(meetups: Meetup[]) {
	const done = new Set<string>();
	return meetups.filter(({ groupId, state }) => {
		const shown = !done.has(groupId);
		if (state !== 'cancelled') done.add(groupId);
		return shown;
	});
}

const meetup = z.object({ meetupId: z.uuid() });
const group = z.object({ groupId: z.uuid() });
const chair = z.object({ groupId: z.uuid(), accepts: z.stringbool() });
const support = z.object({ id: z.uuid(), accept: z.stringbool() });

export const actions = {
	welcome,
	keepPost,
	withdrawPost,
	answerPost,
	answerProposedPost,
	withdrawAnswer,
	comeAsGuest: formAction(meetup, async ({ meetupId }, { locals }) => {
		await call(locals.supabase, 'answer_as_guest', { meetup_id: meetupId, comes: true });
		return { notice: m.guest_comes_done() };
	}),
	notAsGuest: formAction(meetup, async ({ meetupId }, { locals }) => {
		await call(locals.supabase, 'answer_as_guest', { meetup_id: meetupId, comes: false });
		return { notice: m.skip_done(), declined: meetupId };
	}),
	answerChair: formAction(chair, async ({ groupId, accepts }, { locals }) => {
		const outcome = await call(locals.supabase, 'answer_offer', { group_id: groupId, accepts });
		if (!accepts) return { notice: m.today_chair_no_done() };
		return { notice: outcome === 'member' ? m.today_chair_yes_done() : m.today_chair_full() };
	}),
	undoLeave: formAction(group, async ({ groupId }, { locals }) => {
		const outcome = await call(locals.supabase, 'undo_leave', { group_id: groupId });
		return { notice: outcome === 'member' ? m.undo_leave_done() : m.undo_leave_waiting() };
	}),
	answerSupport: formAction(support, async (input, { locals }) => {
		await onlyOnce(() => call(locals.supabase, 'answer_support', input));
		return { notice: input.accept ? m.today_support_yes_done() : m.today_support_no_done() };
	}),
	howItWent: answerHowItWent,
	balanceAgain: formAction(nothing, async (_, { locals }) => {
		await call(locals.supabase, 'set_balance', { level: 0, words: null });
		return { notice: m.today_balance_again_done() };
	}),
	balanceKeep: formAction(nothing, async (_, { locals }) => {
		await call(locals.supabase, 'keep_balance', {});
		return { notice: m.today_balance_keep_done() };
	})
};
