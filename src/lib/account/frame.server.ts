import { loadContext } from './context.server';

/** What the frame of every page for people who are signed in shows. */
export async function loadFrame({ locals }: { locals: App.Locals }) {
	const { residents, groupIds, facilitates } = await loadContext(locals.supabase);
	return {
		me: residents[0] ?? null,
		groupIds,
		facilitates: facilitates.length > 0
	};
}
