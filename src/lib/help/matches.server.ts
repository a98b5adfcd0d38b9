import { dateWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';
import { callPage } from '$lib/server/call';
import { isolate } from '$lib/ui/isolate';
import {
	helpDeskShape,
	matchShape,
	myHelpShape,
	type Match,
	type MyMatch
} from './my-shapes.server';
import { categoryWords } from './category-words';
import { helpMomentWords } from './words.server';
import { notThere } from '$lib/server/database-error';

type Supabase = App.Locals['supabase'];

/** My posts, my answers and what I share with others. */
export const loadMyHelp = (supabase: Supabase) =>
	callPage(supabase, 'my_help_page', {}, myHelpShape);

/** What I share with one other; 404 when it is not mine. */
export async function loadMatch(supabase: Supabase, id: string) {
	return present(await callPage(supabase, 'match_page', { match_id: id }, matchShape));
}

/** The neighbourhoods where I work, with what there is to do; 404 for who works nowhere. */
export async function loadHelpDesk(supabase: Supabase) {
	const desk = await callPage(supabase, 'help_desk', {}, helpDeskShape);
	return present(desk.length ? desk : null);
}

/** What I share with another, on one line. */
export const describeMatch = (match: MyMatch) => ({
	...match,
	what: capital(categoryWords[match.category]()),
	when: capital(helpMomentWords(match)),
	who: whoHelps(match),
	next: match.nextOn && m.my_help_next({ day: dateWords(match.nextOn) })
});

/** Who of the two helps: "Jij helpt Mo", or "Mo helpt jou". */
export const whoHelps = ({ iHelp, other }: Pick<Match, 'iHelp' | 'other'>) =>
	(iHelp ? m.match_i_help : m.match_helps_me)({ name: isolate(other.firstName) });

function present<Page>(page: Page | null): Page {
	if (page === null) notThere();
	return page;
}
