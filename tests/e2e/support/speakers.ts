import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { database, newAccount, type Neighbourhood } from './database.ts';

/** A facilitator of the neighbourhood who is no resident. */
export async function newFacilitator({ id }: Neighbourhood) {
	const account = await newAccount();
	await database()`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name)
		values (${id}, ${account.userId}, 'facilitator', 'Marieke')
	`;
	return account;
}

/** A speaker about money with something on every line of the page; answers the id. */
export async function keepSpeaker({ id }: { id: string }, name = 'Samira Amrani') {
	const speaker = randomUUID();
	await database()`
		insert into public.speakers (
			id, neighbourhood_id, name, organisation, own_topic, plain_language, languages,
			steps_free_needed, needs, cost_cents, email, telephone, notes
		) values (
			${speaker}, ${id}, ${name}, 'Geldloket', 'Breien & haken', true, '{nl,ar}', true, 'Een scherm.',
			1250, ${`${speaker}@example.org`}, '06 - 44 55 66 77', 'Belt graag een week van tevoren.'
		)
	`;
	await database()`
		insert into public.speaker_topics (speaker_id, topic)
		select ${speaker}, unnest(array['money', 'own']::public.speaker_topic[])
	`;
	await database()`
		insert into public.speaker_free_days (speaker_id, weekday, part) values (${speaker}, 2, 'morning')
	`;
	await database()`
		insert into public.speaker_away (speaker_id, first_on, last_on)
		values (${speaker}, current_date + 7, current_date + 9)
	`;
	return speaker;
}

/** Chooses a file on the page that takes one in, and has it looked at. */
export async function chooseFile(page: Page, content: string | Buffer) {
	const file = {
		name: 'sprekers.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(content as string)
	};
	await page.getByLabel('Het bestand').setInputFiles(file);
	await page.getByRole('button', { name: 'Bekijk de lijst' }).click();
}
