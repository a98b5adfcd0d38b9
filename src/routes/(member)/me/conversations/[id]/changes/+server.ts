import { hasChanged } from '$lib/conversations/conversations.server';

/** Whether there is something after the message the page ends with: 200, or 204 when there is not. */
export async function GET({ locals, params, url }) {
	const after = /^\d{1,15}$/.exec(url.searchParams.get('after') ?? '')?.[0];
	if (!after) return new Response(null, { status: 404 });
	const changed = await hasChanged(locals.supabase, params.id, Number(after));
	return new Response(null, { status: changed ? 200 : 204 });
}
