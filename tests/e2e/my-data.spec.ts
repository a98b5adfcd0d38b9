import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { address } from './support/app.ts';
import { database, moveIn, newAccount, someLetters, startGroup } from './support/database.ts';
import { expect, test } from './support/test.ts';

test('everybody reads who sees what of them, and changes it', async ({ neighbourhood, visit }) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const page = await visit(zoe);
	await page.goto('/me');
	await page.getByRole('link', { name: 'Mijn gegevens' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mijn gegevens');
	await expect(page.getByText('Je zit nog niet bij een Buurtplein.')).toBeVisible();
	await expect(page.getByText('je voornaam en je plaatje')).toHaveCount(0);
	await expect(page.getByText('Niemand leest mee.')).toBeVisible();

	const group = await startGroup(zoe);
	await page.reload();
	await expect(page.getByText(`De buren van \u2068${group.name}`)).toBeVisible();
	await page.getByRole('link', { name: 'Wijzig je naam of plaatje' }).click();
	await expect(page).toHaveURL('/me');
});

test('who lives in no neighbourhood reads that nobody sees a name', async ({
	neighbourhood,
	visit
}) => {
	const johanna = await moveIn(neighbourhood, 'Johanna');
	const outside = await newAccount();
	await database()`
		insert into public.supporters (owner_id, supporter_id, invited_at, accepted_at)
		values (${johanna.userId}, ${outside.userId}, now(), now())
	`;
	const page = await visit(outside);
	await page.goto('/me/data');
	await expect(page.getByText(/^Jij staat .?Johanna.? bij\.$/)).toBeVisible();
	await expect(page.getByText(/^Zij zien je naam niet/)).toBeVisible();
	await expect(page.getByText(/je voornaam/i)).toHaveCount(0);
});

test('the page of who looked is the same for who was never looked at', async ({
	neighbourhood,
	visit
}) => {
	const page = await visit(await moveIn(neighbourhood, 'Zoë'));
	await page.goto('/me/data');
	await page.getByRole('link', { name: 'Wie keek naar mijn gegevens' }).click();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(
		'Niemand keek naar je gegevens.'
	);
});

test('a look is told: who, role, what, on what ground, also when it was refused', async ({
	neighbourhood,
	visit
}) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const worker = await newAccount();
	await database().begin(async (sql) => {
		const claims = JSON.stringify({ sub: worker.userId, role: 'authenticated' });
		await sql`select set_config('request.jwt.claims', ${claims}, true)`;
		for (const [what, refused] of [
			['plan', false],
			['plan', false],
			['list', false],
			['plan', true]
		] as const)
			await sql`
				select care.note_look(
					'Jolanda', 'support_worker', ${refused ? null : 'Nabij'}, ${zoe.userId}, ${what},
					${refused ? 'none' : 'consent'}, ${refused}
				)
			`;
	});
	const page = await visit(zoe);
	await page.goto('/me/data/looks');
	const cards = page.locator('main section');
	await expect(cards).toHaveCount(2);
	await expect(cards.filter({ hasText: 'Nabij' })).toContainText('Keek naar wat jij deelt.');
	expect(await page.locator('main').innerText(), 'counts stay folded away').not.toMatch(/\d keer/);
	await expect(cards.filter({ hasText: 'Nabij' })).toContainText('want jij zei ja');
	await expect(cards.filter({ hasText: 'Dat mocht niet.' })).toContainText('Er is niets getoond');
	await page.getByText('Alle keren, met de tijd').click();
	await expect(page.locator('details')).toContainText('Keek naar wat jij deelt. 2 keer');
	expect(await page.locator('main').textContent()).not.toMatch(/cli[eë]nt/i);
});

for (const [language, heading] of [
	['nl', 'Alles wat Buurtplein van jou bewaart'],
	['en', 'Everything that Buurtplein keeps about you']
] as const)
	test(`everything about me in one file, to read in my language (${language})`, async ({
		neighbourhood,
		visit
	}) => {
		const zoe = await moveIn(neighbourhood, 'Zoë <3');
		const group = await startGroup(zoe);
		const mate = await moveIn(neighbourhood, `Mate ${someLetters()}`);
		await database()`
			insert into public.memberships (group_id, resident_id, since)
			values (${group.id}, ${mate.residentId}, now())
		`;
		const page = await visit(zoe);
		await page.context().addCookies([{ name: 'language', value: language, url: address }]);
		await page.goto('/me/data');
		const arriving = page.waitForEvent('download');
		await page.locator('a[download]').click();
		const download = await arriving;
		expect(download.suggestedFilename()).toBe('mijn-gegevens.zip');
		const files = unzipSync(readFileSync(await download.path()));
		expect(Object.keys(files).sort()).toEqual(['mijn-gegevens.html', 'mijn-gegevens.json']);
		const json = strFromU8(files['mijn-gegevens.json']!);
		expect(JSON.parse(json)).toMatchObject({
			signIn: { users: [{ email: zoe.email }] },
			residents: [{ firstName: 'Zoë <3' }],
			memberships: [{ groupName: group.name, isHost: true }]
		});
		expect(json).not.toContain(mate.firstName);
		const readable = await (await visit()).context().newPage();
		await readable.setContent(strFromU8(files['mijn-gegevens.html']!));
		await expect(readable.getByRole('heading', { level: 1 })).toHaveText(heading);
		await expect(readable.getByText('Zoë <3').first()).toBeVisible();
	});

test('stopping takes two taps, and so does coming back', async ({ neighbourhood, visit }) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const page = await visit(zoe);
	await page.goto('/me/data');
	await page.getByRole('link', { name: 'Stoppen en alles wissen' }).click();
	await page.getByRole('button', { name: /^Ja, wis alles op \w+dag \d+/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		/^Op \w+dag .* wissen we alles$/
	);
	await page.goto('/me');
	await expect(page.getByRole('status')).toContainText('wissen we alles van jou');
	await page.getByRole('button', { name: 'Ik blijf toch' }).click();
	await expect(page.getByRole('status')).toHaveText('Fijn dat je blijft. Alles staat er nog.');
	await page.goto('/me');
	await expect(page.getByRole('status')).toHaveCount(0);
});

test('on the day everything goes, and the address can begin anew', async ({
	neighbourhood,
	visit
}) => {
	const zoe = await moveIn(neighbourhood, 'Zoë');
	const mate = await moveIn(neighbourhood, 'Maatje');
	const group = await startGroup(mate);
	await database()`
		insert into public.memberships (group_id, resident_id, since)
		values (${group.id}, ${zoe.residentId}, now())
	`;
	const page = await visit(zoe);
	await page.goto('/me/data/stop');
	await page.getByRole('button', { name: /^Ja, wis alles/ }).click();
	await database()`
		update public.profiles set erase_on = current_date - 1 where id = ${zoe.userId}
	`;
	await database()`select public.run_due_jobs()`;
	const seen = await visit(mate);
	await seen.goto(`/groups/${group.id}`);
	await expect(seen.getByText('Maatje').first()).toBeVisible();
	await expect(seen.getByText('Zoë')).toHaveCount(0);
	const [left] = await database()`
		select count(*)::int as rows from auth.users where email = ${zoe.email}
	`;
	expect(left?.rows).toBe(0);
	// The telephone that was signed in has nothing to show any more, and breaks nothing.
	for (const path of ['/today', '/me', '/me/data', '/me/plan', '/me/circle']) {
		expect((await page.goto(path))?.status(), path).toBeLessThan(400);
		await expect(page.getByText('Zoë')).toHaveCount(0);
	}
	await visit(await newAccount(zoe.email));
});

test('nobody’s data without signing in', async ({ visit }) => {
	const page = await visit();
	for (const path of ['/me/data', '/me/data/looks', '/me/data/stop', '/me/data/download']) {
		const answer = await page.request.get(path, { maxRedirects: 0 });
		expect(answer.status(), path).toBe(303);
		expect(answer.headers().location).toContain('/sign-in');
	}
});
