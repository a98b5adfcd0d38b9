import {
	askFor,
	database,
	moveIn,
	openNeighbourhood,
	seat,
	startGroup
} from './support/database.ts';
import { signInHere } from './support/people.ts';
import { expect, mainText, test } from './support/test.ts';

test('a group that filled up while the page was open offers the waiting list', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host, { chairs: 3 });
	const page = await visit(await moveIn(neighbourhood, 'Vera'));
	await page.goto(`/groups/${group.id}`);
	await expect(page.getByRole('button', { name: 'Vraag een stoel' })).toBeVisible();
	await seat(group, await moveIn(neighbourhood, 'Abe'), await moveIn(neighbourhood, 'Bea'));
	await page.getByRole('button', { name: 'Vraag een stoel' }).click();
	await expect(page.getByRole('alert')).toContainText(
		'Dit Buurtplein is net vol. Je kunt wel op de wachtlijst.'
	);
	await page.getByRole('button', { name: 'Zet mij op de wachtlijst' }).click();
	await expect(page.getByText('Je bent nummer 1 op de wachtlijst.')).toBeVisible();
});

test('two tabs: what one did, the other finds done', async ({ neighbourhood, visit }) => {
	const [host, vera] = [await moveIn(neighbourhood, 'Fatima'), await moveIn(neighbourhood, 'Vera')];
	const group = await startGroup(host);
	const page = await visit(vera);
	const tab = await page.context().newPage();
	for (const each of [page, tab]) await each.goto(`/groups/${group.id}`);
	for (const each of [page, tab]) {
		await each.getByRole('button', { name: 'Vraag een stoel' }).click();
		await expect(each.getByText('Je vraag is verstuurd.')).toBeVisible();
	}

	const hosts = await visit(host);
	const hostsTab = await hosts.context().newPage();
	for (const each of [hosts, hostsTab]) await each.goto('/today');
	for (const each of [hosts, hostsTab]) {
		await each.getByRole('button', { name: /Zeg welkom tegen/ }).click();
		await expect(each.getByRole('status')).toHaveText('Je buur heeft nu een stoel.');
	}
	await page.getByRole('button', { name: 'Ik wil toch niet' }).click();
	await expect(page.getByText('2 van 8 stoelen bezet')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Ga weg bij dit Buurtplein' })).toBeVisible();
});

test('a form sent after signing out leads to signing in, and back', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const page = await visit(host);
	const meetup = `/meetups/${group.meetups[0]}`;
	await page.goto(meetup);
	await page.context().clearCookies();
	await page.getByRole('button', { name: 'Deze keer niet' }).click();
	await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(meetup)}`);
	await signInHere(page, host);
	await expect(page).toHaveURL(meetup);
	await expect(page.getByText('Je hebt een vaste plek.')).toBeVisible();
});

test('who was welcomed by two people at once when the last chair went stands first in line', async ({
	neighbourhood,
	visit
}) => {
	const [host, abe, vera] = await Promise.all(
		['Fatima', 'Abe', 'Vera'].map((name) => moveIn(neighbourhood, name))
	);
	const group = await startGroup(host!, { chairs: 3 });
	await seat(group, abe!);
	await askFor(group, vera!);
	const page = await visit(host);
	await page.goto('/today');
	await seat(group, await moveIn(neighbourhood, 'Bea'));
	await page.getByRole('button', { name: /Zeg welkom tegen .?Vera/ }).click();
	await expect(page.getByRole('status')).toContainText('Je buur staat op de wachtlijst.');
});

test('an id from elsewhere and an id of nothing get one and the same answer', async ({
	neighbourhood,
	visit
}) => {
	const elsewhere = await openNeighbourhood();
	const there = await startGroup(await moveIn(elsewhere, 'Kees'));
	const host = await moveIn(neighbourhood, 'Fatima');
	await startGroup(host);
	const page = await visit(host);
	const nothing = '5f0c7b1e-3d83-4d7e-9d0a-2f6f0a1b2c3d';
	const paths = {
		groups: ['', '/change', '/change/details', '/change/moment', '/change/chairs', '/change/pause'],
		meetups: ['', '/choose', '/change', '/change/move', '/change/cancel']
	};
	for (const [kind, ends] of Object.entries(paths)) {
		const id = kind === 'groups' ? there.id : there.meetups[0];
		for (const end of ends) {
			const answers = [];
			for (const of of [id, nothing, 'geen-id']) {
				const answer = await page.goto(`/${kind}/${of}${end}`);
				answers.push({ status: answer?.status(), main: await mainText(page) });
			}
			expect(answers[0]?.status, `/${kind}/...${end}`).toBe(404);
			expect(answers[0]?.main).toContain('Deze bladzijde is er niet');
			expect(answers[1]).toEqual(answers[0]);
			expect(answers[2]).toEqual(answers[0]);
		}
	}
});

test('a form with an id from elsewhere changes nothing and says no more than an id of nothing', async ({
	neighbourhood,
	visit
}) => {
	const there = await startGroup(await moveIn(await openNeighbourhood(), 'Kees'));
	const page = await visit(await moveIn(neighbourhood, 'Fatima'));
	const nothing = '5f0c7b1e-3d83-4d7e-9d0a-2f6f0a1b2c3d';
	const post = async (path: string) => {
		const answer = await page.request.post(path, {
			form: { capacity: '5' },
			headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
			maxRedirects: 0
		});
		return { status: answer.status(), body: (await answer.text()).match(/<main.*<\/main>/s)?.[0] };
	};
	await page.goto('/groups');
	for (const end of ['?/ask', '?/wait', '?/leave', '/change/chairs']) {
		const answer = await post(`/groups/${there.id}${end}`);
		expect(answer.status, end).toBe(404);
		expect(answer).toEqual(await post(`/groups/${nothing}${end}`));
	}
	for (const end of [
		'?/skip',
		'?/attend',
		'?/comeAsGuest',
		'/choose?/settle',
		'/change?/restore'
	]) {
		const answer = await post(`/meetups/${there.meetups[0]}${end}`);
		expect(answer.status, end).toBe(404);
		expect(answer).toEqual(await post(`/meetups/${nothing}${end}`));
	}
});

test('when the last neighbour leaves the group closes, and coming back opens it', async ({
	neighbourhood,
	visit
}) => {
	const host = await moveIn(neighbourhood, 'Fatima');
	const group = await startGroup(host);
	const [page, veras] = [await visit(host), await visit(await moveIn(neighbourhood, 'Vera'))];
	await page.goto(`/groups/${group.id}`);
	await page.getByRole('button', { name: 'Ga weg bij dit Buurtplein' }).click();
	await expect(page.getByText(/Je bent weggegaan bij/)).toContainText(group.name);
	await veras.goto('/groups');
	await expect(veras.getByText('Er is hier nog geen Buurtplein.')).toBeVisible();
	expect((await veras.goto(`/groups/${group.id}`))?.status()).toBe(404);

	await page.getByRole('button', { name: 'Ik blijf toch' }).click();
	await expect(page.getByRole('status')).toHaveText('Je hebt je plek weer.');
	await page.goto(`/groups/${group.id}`);
	await expect(page.getByText('Jij regelt dit Buurtplein').first()).toBeVisible();
	await veras.goto('/groups');
	await expect(veras.getByRole('link', { name: group.name })).toBeVisible();
	const [row] = await database()`select closed_at from public.groups where id = ${group.id}`;
	expect(row?.closed_at).toBeNull();
});
