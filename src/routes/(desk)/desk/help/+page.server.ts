import { z } from 'zod';
import { dayWords } from '$lib/dates/words.server';
import { describeReport } from '$lib/help/desk.server';
import { categoryWords } from '$lib/help/category-words';
import { loadHelpDesk } from '$lib/help/matches.server';
import { describePost } from '$lib/help/words.server';
import { onlyOnce } from '$lib/goals/goals.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, parent }) {
	const [desks, { facilitates }] = await Promise.all([loadHelpDesk(locals.supabase), parent()]);
	return {
		title: m.help_desk_title(),
		back: facilitates ? '/desk' : '/me',
		several: desks.length > 1,
		desks: desks.map(
			({ timeZone, people, proposals, introductions, unsafe, reports, ...desk }) => ({
				...desk,
				asked: people
					.filter(({ asked }) => asked)
					.map((person) => ({
						...person,
						when: m.help_desk_asked_on({ date: dayWords(person.askedAt ?? '', timeZone) })
					})),
				others: people.filter(({ asked }) => !asked),
				proposals: proposals.map((post) => ({
					...describePost(post),
					for: m.help_desk_proposed_on({
						name: isolate(post.firstName),
						date: dayWords(post.proposedAt, timeZone)
					})
				})),
				introductions: introductions.map(({ matchId, helper, helped }) => ({
					matchId,
					helper,
					helped,
					words: m.help_desk_introduction({
						helper: isolate(helper.firstName),
						helped: isolate(helped.firstName)
					})
				})),
				unsafe: unsafe.map((answer) => ({
					...answer,
					about: m.help_desk_unsafe_who({
						other: isolate(answer.otherFirstName),
						what: categoryWords[answer.category]()
					}),
					when: dayWords(answer.writtenAt, timeZone)
				})),
				reports: reports.map((report) => describeReport(report, timeZone))
			})
		)
	};
}

const match = z.object({ matchId: z.uuid() });
const answer = z.object({ id: z.uuid() });

export const actions = {
	introduce: formAction(match, async ({ matchId }, { locals }) => {
		await onlyOnce(() => call(locals.supabase, 'introduce_match', { match_id: matchId }));
		return { notice: m.help_desk_introduced_done() };
	}),
	settle: formAction(answer, async ({ id }, { locals }) => {
		await call(locals.supabase, 'settle_unsafe', { id });
		return { notice: m.help_desk_unsafe_settled() };
	})
};
