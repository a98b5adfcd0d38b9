import { loadClient } from '$lib/care/care.server';
import { describeProposing, propose } from '$lib/circle/propose.server';

const page = (id: string) => `/clients/${id}`;

export async function load(event) {
	const { id } = event.params;
	return { ...describeProposing(await loadClient(event, id)), back: page(id) };
}

export const actions = { default: propose(page) };
