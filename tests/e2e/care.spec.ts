import type { Page } from '@playwright/test';
import { appoint, assign, employ, openOrganisation, share } from './support/care.ts';
import { database, moveIn, seat, startGroup } from './support/database.ts';
import { makePlan, support } from './support/plans.ts';
import { expect, mainText, test } from './support/test.ts';

const seen = (page: Page) => page.locator('.shared-view').innerText();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) =>
	page.getByRole('link', { name }).first().click();

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('support begins with a code and ends in two taps, and no neighbour sees either', async ({
			neighbourhood,
			visit
		}) => {
			const organisation = await openOrganisation();
			const jolanda = await employ(organisation, 'Jolanda');
			const sevda = await moveIn(neighbourhood, 'Sevda');
			const johanna = await moveIn(neighbourhood, 'Johanna');
			const group = await startGroup(sevda);
			await seat(group, johanna);
			const plan = await makePlan(sevda, 'Ik wil brood bakken.');
			const neighbour = await visit(johanna);
			const neighboursPages = async () => {
				const texts = [];
				for (const path of [
					'/today',
					`/groups/${group.id}`,
					'/me',
					'/me/circle',
					'/me/circle/ask'
				]) {
					await neighbour.goto(path);
					texts.push(await mainText(neighbour));
				}
				return texts;
			};
			const before = await neighboursPages();

			const office = await visit(await appoint(organisation, 'Petra'));
			await office.goto('/today');
			await expect(office).toHaveURL('/relations');
			await follow(office, 'Code voor een nieuwe cliënt');
			await press(office, 'Maak de code');
			const code = (await office.locator('.code').textContent())!;
			await press(office, 'Ik heb de code doorgegeven');

			const client = await visit(sevda);
			await client.goto('/me/circle/code');
			await client.getByLabel('Code van acht cijfers').fill(code);
			await press(client, 'Bekijk de code');
			await expect(client.getByText('Niemand in de buurt ziet dit.')).toBeVisible();
			await press(client, 'Dat vind ik goed');
			await follow(client, /Dit ziet/);
			await expect(client.locator('.shared-view')).toHaveText('Er is nu niets gedeeld.');
			expect(await neighboursPages()).toEqual(before);

			const desk = await visit(jolanda);
			await desk.goto('/today');
			await expect(desk).toHaveURL('/clients');
			await expect(desk.getByRole('navigation', { name: 'Hoofdmenu' })).toHaveCount(0);
			await expect(desk.getByText('Deelt nu niets')).toBeVisible();
			const relation = new URL(client.url()).pathname.split('/').pop()!;
			await share(sevda, plan.want, relation);
			await client.reload();
			await press(client, /om te bellen/);
			await expect(client.getByText(/maar heeft je nummer nog niet\./)).toBeVisible();
			await desk.goto(`/clients/${relation}`);
			await expect(desk.getByText(/gaf geen telefoonnummer, maar ziet wel/)).toBeVisible();
			await client.getByLabel(/Mijn telefoonnummer/).fill('06 - 12 34 56 78');
			await press(client, 'Bewaar mijn nummer');
			await expect(client.getByText(/met je nummer .*06 - 12 34 56 78/)).toBeVisible();
			await desk.goto('/clients');
			await expect(desk.getByText(/^Veranderd op /)).toBeVisible();
			await follow(desk, 'Sevda');
			expect(await seen(desk)).toContain('Ik wil brood bakken.');
			expect(await seen(desk)).not.toContain('Ik vraag naar de tijden.');
			expect(await seen(client)).toBe(await seen(desk));
			await expect(desk.getByText('06 - 12 34 56 78')).toBeVisible();
			await press(desk, 'Ik heb gebeld');

			await follow(desk, 'Stel een zin voor');
			await press(desk, 'Stel deze zin voor');
			await expect(desk.getByRole('alert')).toContainText('Schrijf één zin.');
			await desk.getByLabel('De zin').fill('Ik bel de bakker.');
			await press(desk, 'Stel deze zin voor');
			await expect(desk.getByRole('status')).toContainText('Je voorstel ligt klaar.');
			expect(await seen(desk)).not.toContain('Ik bel de bakker.');
			const proposed = await database()`
				select kind, words from care.proposals where relation_id = ${relation}
			`;
			expect([...proposed]).toEqual([{ kind: 'step', words: 'Ik bel de bakker.' }]);

			await client.goto(`/me/circle/${relation}`);
			await follow(client, 'Stoppen met deze steun');
			await press(client, 'Ja, stop deze steun');
			await expect(client).toHaveURL('/me/circle');
			await expect(client.getByText('Jolanda')).toHaveCount(0);
			expect((await desk.reload())?.status()).toBe(404);
			expect((await desk.goto(`/clients/${relation}`))?.status()).toBe(404);
			await desk.goto('/clients');
			await expect(desk.getByText('Sevda')).toHaveCount(0);
			expect((await client.goto(`/me/circle/${relation}`))?.status()).toBe(404);
			expect(await neighboursPages()).toEqual(before);
		});
	});
}

test('what a worker proposes looks as what a supporter proposes, and its owner decides', async ({
	neighbourhood,
	visit
}) => {
	const organisation = await openOrganisation();
	const worker = await employ(organisation, 'Johanna');
	const sevda = await moveIn(neighbourhood, 'Sevda');
	const kees = await moveIn(neighbourhood, 'Kees');
	const johanna = await moveIn(neighbourhood, 'Johanna');
	const relation = await assign(await appoint(organisation, 'Petra'), worker, sevda);
	const supporter = await support(kees, johanna);
	await share(sevda, (await makePlan(sevda)).want, relation);
	await share(kees, (await makePlan(kees)).want, supporter);

	const readers = [await visit(worker), await visit(johanna)] as const;
	for (const [nth, path] of [`/clients/${relation}`, `/me/circle/for/${supporter}`].entries()) {
		const reader = readers[nth]!;
		await reader.goto(path);
		await follow(reader, 'Stel een zin voor');
		await reader.getByLabel('De zin').fill('Ik bel het bad.');
		await press(reader, 'Stel deze zin voor');
		await expect(reader).toHaveURL(path);
		await expect(reader.getByRole('status')).toContainText('Je voorstel ligt klaar.');
		expect(await seen(reader)).not.toContain('Ik bel het bad.');
	}

	const owners = [await visit(sevda), await visit(kees)] as const;
	const words = (page: Page) => page.locator('main').innerText();
	const plans = [];
	for (const owner of owners) {
		await owner.goto('/me/plan');
		const folded = owner.locator('details', { hasText: 'Er is een voorstel voor je' });
		await expect(folded.getByText('Johanna')).toBeHidden();
		await expect(folded.getByText('Ik bel het bad.')).toBeHidden();
		plans.push(await words(owner));
		await folded.locator('summary').click();
		await expect(folded.getByText('Johanna')).toBeVisible();
		plans.push(await words(owner));
	}
	expect(plans.slice(2)).toEqual(plans.slice(0, 2));

	const [client, neighbour] = owners;
	await press(client, 'Neem ik over');
	await expect(client.getByRole('status')).toContainText('Deze zin is nu van jou.');
	await expect(client.getByText('Ik bel het bad.')).toBeVisible();
	await press(neighbour, 'Liever niet');
	await expect(neighbour.getByRole('status')).toContainText('Dit voorstel is weg.');
	await expect(neighbour.getByText('Ik bel het bad.')).toHaveCount(0);
	for (const page of [...owners, ...readers]) {
		await page.reload();
		await expect(page.getByText('Er is een voorstel voor je')).toHaveCount(0);
	}
	for (const reader of readers) expect(await seen(reader)).not.toContain('Ik bel het bad.');
});

test('a worker opens only their own clients', async ({ neighbourhood, visit }) => {
	const organisation = await openOrganisation();
	const petra = await appoint(organisation, 'Petra');
	const [jolanda, ruben] = [
		await employ(organisation, 'Jolanda'),
		await employ(organisation, 'Ruben')
	];
	const [sevda, truus] = [
		await moveIn(neighbourhood, 'Sevda'),
		await moveIn(neighbourhood, 'Truus')
	];
	const [own, other] = [await assign(petra, jolanda, sevda), await assign(petra, ruben, truus)];
	const page = await visit(jolanda);
	expect((await page.goto(`/clients/${own}`))?.status()).toBe(200);
	for (const path of [
		`/clients/${other}`,
		`/clients/${other}/propose`,
		`/clients/${truus.residentId}`,
		`/clients/${sevda.userId}`,
		'/clients/nobody',
		'/relations',
		`/relations/${own}/end`,
		`/relations/worker/${jolanda.id}/code`,
		'/desk'
	]) {
		expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
	}
});

test('the pages of care are not there for a neighbour, a client or who assigns', async ({
	neighbourhood,
	visit
}) => {
	const organisation = await openOrganisation();
	const petra = await appoint(organisation, 'Petra');
	const jolanda = await employ(organisation, 'Jolanda');
	const sevda = await moveIn(neighbourhood, 'Sevda');
	const relation = await assign(petra, jolanda, sevda);
	const paths = ['/clients', `/clients/${relation}`, `/clients/${relation}/propose`];
	const assigning = [
		'/relations',
		`/relations/${relation}/end`,
		`/relations/worker/${jolanda.id}/code`,
		`/relations/worker/${jolanda.id}/replace`,
		'/second-factor',
		'/desk'
	];
	for (const [who, closed] of [
		[sevda, [...paths, ...assigning]],
		[await moveIn(neighbourhood, 'Johanna'), [...paths, ...assigning]],
		[petra, paths]
	] as const) {
		const page = await visit(who);
		for (const path of closed) {
			expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
		}
	}
	const elsewhere = await visit(await appoint(await openOrganisation(), 'Sanne'));
	for (const path of assigning.slice(1, 4)) {
		expect([path, (await elsewhere.goto(path))?.status()]).toEqual([path, 404]);
	}
});

test('another worker takes over, and reads nothing until the client says so', async ({
	neighbourhood,
	visit
}) => {
	const organisation = await openOrganisation();
	const petra = await appoint(organisation, 'Petra');
	const [jolanda, bea] = [await employ(organisation, 'Jolanda'), await employ(organisation, 'Bea')];
	const sevda = await moveIn(neighbourhood, 'Sevda');
	const plan = await makePlan(sevda, 'Ik wil brood bakken.');
	await share(sevda, plan.want, await assign(petra, jolanda, sevda));

	const office = await visit(petra);
	await office.goto('/relations');
	await follow(office, /Laat iemand vervangen/);
	await press(office, 'Ga verder');
	await expect(office.getByRole('alert')).toContainText('Kies wie vervangt.');
	await office.getByLabel('Bea').check();
	await press(office, 'Ga verder');
	await expect(office.getByRole('heading', { level: 1 })).toHaveText('Klopt dit?');
	await press(office, 'Regel deze vervanging');
	await expect(office.getByRole('status')).toContainText('De vervanging gaat in op');
	await expect(office.getByText('steunt nu niemand.')).toHaveCount(1);

	const [before, after] = [await visit(jolanda), await visit(bea)];
	await before.goto('/clients');
	await expect(before.getByText('Sevda')).toHaveCount(0);
	await after.goto('/clients');
	await follow(after, 'Sevda');
	await expect(after.locator('.shared-view')).toHaveText('Er is nu niets gedeeld.');

	const client = await visit(sevda);
	await client.goto('/me/circle');
	await expect(client.getByText(/Mag .*Bea.* lezen wat .*Jolanda.* las\?/)).toBeVisible();
	await press(client, 'Ja, hetzelfde');
	await expect(client.getByRole('button', { name: 'Ja, hetzelfde' })).toHaveCount(0);
	await after.reload();
	expect(await seen(after)).toContain('Ik wil brood bakken.');

	await office.goto('/relations');
	await follow(office, /Beëindig de steun/);
	await press(office, 'Ga verder');
	await press(office, 'Beëindig deze steun');
	expect((await after.reload())?.status()).toBe(404);
	await office.goto('/relations');
	await expect(office.getByText('Sevda')).toHaveCount(0);
});
