/** Who and what of supabase/seed.sql is worth trying first; a test holds it against the seed. */
export const demo = {
	posterCode: '48276105',
	people: [
		{ email: 'fatima@example.nl', who: 'host of a group with a free chair; somebody asks for it' },
		{ email: 'omar@example.nl', who: 'member of a full group, not there this week' },
		{ email: 'gerrit@example.nl', who: 'first on the waiting list of that group' },
		{ email: 'noor@example.nl', who: 'resident without a group' },
		{ email: 'marieke@example.nl', who: 'facilitator of the neighbourhood' },
		{ email: 'anna@example.nl', who: 'contact person of the neighbourhood' },
		{ email: 'sevda@example.nl', who: 'member of two groups, client: Jolanda supports her' },
		{ email: 'yusuf@example.nl', who: 'member, client of Jolanda, shares nothing' },
		{ email: 'truus@example.nl', who: 'member, client: Ruben supports her' },
		{ email: 'kees@example.nl', who: 'member, not a client: Johanna is his supporter' },
		{ email: 'jolanda@example.nl', who: 'support worker of the organisation Nabij' },
		{ email: 'ruben@example.nl', who: 'support worker of the organisation Nabij' },
		{ email: 'petra@example.nl', who: 'care administrator of Nabij' },
		{ email: 'wil@example.nl', who: 'organisation: opens neighbourhoods, appoints people' }
	]
};

/** What somebody who just started the app needs to try it, as lines for the terminal. */
export function demoText(address: string, mailbox: string) {
	const people = demo.people.map(({ email, who }) => `    ${email.padEnd(20)} ${who}`);
	return [
		`  Poster in the hallway: ${address}/join/${demo.posterCode}`,
		`  Mail, with the codes:  ${mailbox}`,
		'  People who can sign in with their e-mail address:',
		...people,
		''
	].join('\n');
}
