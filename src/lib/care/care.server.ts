import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import {
	clientShape,
	clientsShape,
	lookShape,
	refusalShape,
	relationsShape
} from './shapes.server';

type Asking = Pick<RequestEvent, 'locals' | 'url'>;

/** My own clients, of each what that client shares with me. */
export async function loadClients({ locals, url }: Asking) {
	const shape = z.union([refusalShape, clientsShape]);
	const visit = await beginLook({ locals, url }, 'list');
	return granted(await callPage(locals.supabase, 'clients_page', { visit }, shape), url);
}

/** What one client of mine lets me read; 404 for anybody else's. */
export async function loadClient({ locals, url }: Asking, id: string) {
	const shape = z.union([refusalShape, clientShape]);
	const visit = await beginLook({ locals, url }, 'plan', id);
	const asked = { relation_id: id, visit };
	return granted(await callPage(locals.supabase, 'client_page', asked, shape), url);
}

/** Who supports whom in my organisation, by worker. */
export async function loadRelations({ locals, url }: Asking) {
	const shape = z.union([refusalShape, relationsShape]);
	const visit = await beginLook({ locals, url }, 'relation');
	return granted(await callPage(locals.supabase, 'relations_page', { visit }, shape), url);
}

/** A worker of my organisation with the others who could stand in; 404 when there is no such worker. */
export async function loadWorker(asking: Asking, id: string) {
	const { workers, relations, today } = await loadRelations(asking);
	const worker = workers.find((known) => known.id === id) ?? notThere();
	return {
		worker,
		today,
		others: workers.filter((known) => known.id !== id),
		clients: relations.filter(({ workerId }) => workerId === id)
	};
}

/** A relation of my organisation, with its worker; 404 when there is no such relation. */
export async function loadRelation(asking: Asking, id: string) {
	const { workers, relations, today } = await loadRelations(asking);
	const relation = relations.find((known) => known.id === id) ?? notThere();
	const worker = workers.find((known) => known.id === relation.workerId) ?? notThere();
	return { relation, worker, today };
}

/** Has the look written down, and done with, before anything is seen; answers under which number. */
async function beginLook(
	{ locals, url }: Asking,
	what: 'list' | 'plan' | 'relation',
	relation: string | null = null
) {
	const shape = z.union([refusalShape, lookShape]);
	const look = { what, relation_id: relation };
	return granted(await callPage(locals.supabase, 'begin_look', look, shape), url).visit;
}

/** A page that was refused is not there, or waits for the second factor. */
function granted<Page extends object>(answer: Page | z.infer<typeof refusalShape>, url: URL): Page {
	if (!('refused' in answer)) return answer;
	if (answer.refused === 'not_found') notThere();
	redirect(303, `/second-factor?next=${encodeURIComponent(url.pathname)}`);
}
