import { expect } from '@playwright/test';
import { running } from './app.ts';

type Summary = { ID: string; To: { Address: string }[] };

const read = new Set<string>();

/** The six digits in the newest mail to an address; a mail is read once, so the next code is another. */
export async function codeFor(email: string) {
	let newest: Summary | undefined;
	const arrived = async () => {
		const { messages } = (await get('messages?limit=500')) as { messages: Summary[] };
		newest = messages.find(({ To }) => To.some(({ Address }) => Address === email));
		return newest !== undefined && !read.has(newest.ID);
	};
	await expect.poll(arrived, { message: `mail for ${email}`, intervals: [50] }).toBe(true);
	read.add(newest!.ID);
	const { Text } = (await get(`message/${newest!.ID}`)) as { Text: string };
	return /\b\d{6}\b/.exec(Text)![0];
}

async function get(path: string): Promise<unknown> {
	return (await fetch(`${running().mailbox}/api/v1/${path}`)).json();
}
