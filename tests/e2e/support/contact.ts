import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { asUser } from '../../support/database.ts';
import { database, type Neighbour } from './database.ts';
import { send } from './ways.ts';

/** Somebody of whom the neighbourhood says what they do. */
export const addService = ({ id }: { id: string }, kind: string, name: string, telephone: string) =>
	database()`
		insert into public.local_services (id, neighbourhood_id, kind, name, ask, telephone, website, hours)
		values (
			${randomUUID()}, ${id}, ${kind}::public.service_kind, ${name},
			'Vraag hier alles wat niet tot morgen kan wachten.', ${telephone},
			'https://www.example.nl', 'elke dag, dag en nacht'
		)
	`;

/** The contact person answers the request on that page. */
export const answerRequest = (
	who: { userId: string },
	path: string,
	state: string,
	line: string | null
) =>
	asUser(
		database(),
		who.userId,
		(sql) => sql`
			select public.answer_contact_request(
				${path.split('/').at(-1)!}, ${state}::public.contact_state, null, ${line}
			)
		`
	);

/** How the author of a request sees it. */
export async function requestOf({ userId }: { userId: string }, id: string) {
	const [row] = await asUser(
		database(),
		userId,
		(sql) => sql<{ page: Record<string, unknown> | null }[]>`
			select public.contact_request_page(${id}) as page
		`
	);
	return row!.page;
}

/** The newest request of a neighbour, as it is kept. */
export async function keptRequest({ residentId }: Neighbour) {
	const [request] = await database()`
		select * from public.contact_requests where author_id = ${residentId}
		order by asked_at desc limit 1
	`;
	return request;
}

/** All questions answered, up to who will see it. */
export async function begin(page: Page, topic: string, words = '') {
	await page.goto('/contact/new');
	await page.getByLabel(topic, { exact: true }).check();
	await send(page, 'Ga verder');
	await page.getByLabel('In je eigen woorden').fill(words);
	await send(page, 'Ga verder');
	await page.getByLabel('Op welk nummer?').fill('06 12345678');
	await page.getByLabel('Dat maakt niet uit').check();
	await send(page, 'Ga verder');
	await page.getByRole('heading', { name: 'Wie ziet dit?' }).waitFor();
}

/** What a neighbour asks, to be called in the morning; gives its id. */
export async function askContact(
	{ userId, neighbourhood }: Neighbour,
	words: string | null = 'Wie regelt de sleutel van de schuur?'
) {
	const id = randomUUID();
	await asUser(
		database(),
		userId,
		(sql) => sql`
			select public.ask_contact(
				${id}, ${neighbourhood.id}, 'question', ${words}, 'morning', '06 10 20 30 40', false,
				null, null, null, null
			)
		`
	);
	return id;
}

/** Contact person and stand-in are away for longer than is told: whatever day it is, neither is there. */
export const goAway = ({ id }: { id: string }) =>
	database()`
		insert into public.staff_absences (id, staff_id, first_on, last_on)
		select gen_random_uuid(), s.id, current_date - 1, current_date + 30 from public.staff s
		where s.neighbourhood_id = ${id}
	`;
