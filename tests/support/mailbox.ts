type Summary = { ID: string; To: { Address: string }[] };

/** The six-digit code in the newest mail to an address, by Mailpit's way of asking. */
export async function latestCode(mailbox: string, email: string) {
	for (let tries = 0; tries < 100; tries++) {
		const { messages } = (await get(`${mailbox}/api/v1/messages`)) as { messages: Summary[] };
		const newest = messages.find(({ To }) => To.some(({ Address }) => Address === email));
		if (newest) {
			const { Text } = (await get(`${mailbox}/api/v1/message/${newest.ID}`)) as { Text: string };
			const code = /\b\d{6}\b/.exec(Text)?.[0];
			if (code) return code;
		}
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error(`No code arrived for ${email}`);
}

async function get(url: string): Promise<unknown> {
	return (await fetch(url)).json();
}
