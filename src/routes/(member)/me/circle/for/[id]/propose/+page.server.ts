import { loadSupported } from '$lib/circle/circle.server';
import { describeProposing, propose } from '$lib/circle/propose.server';

const page = (id: string) => `/me/circle/for/${id}`;

export async function load({ locals, params: { id } }) {
	return { ...describeProposing(await loadSupported(locals.supabase, id)), back: page(id) };
}

export const actions = { default: propose(page) };
