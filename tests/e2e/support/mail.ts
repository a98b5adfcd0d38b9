import { expect } from '@playwright/test';
import { running } from './app.ts';

type Summary = { ID: string; To: { Address: string }[]; Snippet: string };

const CODE = /\b\d{6}\b/;

const read = new Set<string>();

/** The newest code mailed to an address; a mail is read once, so the next code is another. */
export async function codeFor(email: string) {
	let newest: Summary | undefined;
	const arrived = async () => {
		const { messages } = (await get('messages?limit=500')) as { messages: Summary[] };
		newest = messages.find(
			({ To, Snippet }) => CODE.test(Snippet) && To.some(({ Address }) => Address === email)
		);
		return newest !== undefined && !read.has(newest.ID);
	};
	await expect.poll(arrived, { message: `mail for ${email}`, intervals: [50] }).toBe(true);
	read.add(newest!.ID);
	return CODE.exec(newest!.Snippet)![0];
}

async function get(path: string): Promise<unknown> {
	return (await fetch(`${running().mailbox}/api/v1/${path}`)).json();
}
