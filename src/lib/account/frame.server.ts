import { error } from '@sveltejs/kit';
import { personAtTop } from '$lib/neighbourhood/at-top';
import { m } from '$lib/paraglide/messages';
import { loadContext } from './context.server';

/** What the frame of every page for people who are signed in shows, and pages inside it reuse. */
export async function loadFrame({ locals }: { locals: App.Locals }) {
	if (locals.unreachable) error(503, m.error_unreachable());
	const { residents, groupIds, facilitates, worksAt, organises, care } = await loadContext(
		locals.supabase
	);
	const lives = residents.length > 0 || facilitates.length > 0;
	return {
		lives,
		readsHelp: residents.length > 0 || worksAt.length > 0,
		home: lives ? '/today' : workHome({ ...care, organises }),
		me: residents[0] ?? null,
		groupIds,
		facilitates: facilitates.length > 0,
		works: worksAt.length > 0,
		/** Whether neighbours ask things of me, as contact person or stand-in. */
		answers: worksAt.some(({ role }) => role !== 'facilitator'),
		organises,
		care,
		contactAtTop: personAtTop((residents[0] ?? facilitates[0])?.contact ?? [], '/contact'),
		neighbourhoods: residents.map(({ neighbourhood, contact }) => ({ ...neighbourhood, contact })),
		facilitated: facilitates
	};
}

// Who lives in no neighbourhood here and has work here begins at that work.
const workHome = ({ worker, administrator, organises }: Record<Work, boolean>) =>
	worker ? '/clients' : administrator ? '/relations' : organises ? '/organisation' : '/today';

type Work = 'worker' | 'administrator' | 'organises';
