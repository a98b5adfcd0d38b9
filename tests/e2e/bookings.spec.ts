import { z } from 'zod';
import { dueMail, wordMail } from '../../src/lib/notify/mails.ts';
import { addSpeaker, askSpeaker, linkOf, wishSpeaker } from './support/bookings.ts';
import {
	database,
	moveIn,
	newAccount,
	seat,
	startGroup,
	type Neighbourhood
} from './support/database.ts';
import { address } from './support/app.ts';
import { expect, test } from './support/test.ts';

/** A group of two with a host, and a facilitator of their neighbourhood. */
async function street(neighbourhood: Neighbourhood) {
	const account = await newAccount();
	await database()`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name)
		values (${neighbourhood.id}, ${account.userId}, 'facilitator', 'Marieke')
	`;
	const host = await moveIn(neighbourhood, 'Fatima');
	const mate = await moveIn(neighbourhood, 'Kees');
	const group = await startGroup(host, { name: 'Koffie' });
	await seat(group, mate);
	return { facilitator: account, host, mate, group };
}

/** The mails of one kind to the speakers of a neighbourhood, as they read. */
async function mailsOf(kind: string, neighbourhood: Neighbourhood) {
	const rows = await database()<{ mail: unknown }[]>`
		select jsonb_build_object(
			'id', o.id, 'kind', o.kind, 'email', o.email, 'language', 'nl',
			'neighbourhoodName', n.name, 'details', private.booking_mail(o.subject_id)
		) as mail
		from private.outbox o join public.neighbourhoods n on n.id = o.neighbourhood_id
		where o.neighbourhood_id = ${neighbourhood.id} and o.kind = ${kind}
		order by o.made_at, o.id
	`;
	return z
		.array(dueMail)
		.parse(rows.map(({ mail }) => mail))
		.map((mail) => wordMail(mail, address));
}

test('a group wishes, a facilitator asks, a speaker says yes by the link, and is thanked', async ({
	neighbourhood,
	visit
}) => {
	const { facilitator, host, mate, group } = await street(neighbourhood);
	await addSpeaker(neighbourhood);

	const mates = await visit(mate);
	await mates.goto(`/groups/${group.id}`);
	await mates.getByRole('link', { name: 'Wij willen iemand over …' }).click();
	await mates.getByLabel('geld').check();
	await mates.getByRole('button', { name: 'Vraag dit voor de groep' }).click();
	await expect(mates.getByRole('status')).toContainText('De wens is verstuurd.');
	await expect(mates.getByRole('heading', { name: /Wij willen iemand over .?geld/ })).toBeVisible();

	const desk = await visit(facilitator);
	await desk.goto('/desk');
	await expect(desk.getByRole('heading', { name: '1 ding deze week' })).toBeVisible();
	await desk.getByRole('link', { name: /Koffie.? wil iemand over .?geld/ }).click();
	await desk.getByRole('link', { name: 'Fatma Yılmaz' }).click();
	await desk.getByRole('checkbox').nth(0).check();
	await desk.getByRole('checkbox').nth(1).check();
	await desk.getByRole('button', { name: 'Stuur de vraag' }).click();
	await expect(desk.getByRole('status')).toContainText('De vraag is verstuurd.');
	await expect(desk.getByRole('link', { name: /Spreker van .* is nog niet zeker/ })).toBeVisible();
	await mates.reload();
	await expect(mates.getByText('Fatma')).toHaveCount(0);

	const [asked, ...more] = await mailsOf('booking_asked', neighbourhood);
	expect(more).toEqual([]);
	expect(asked!.subject).toBe('Wil je komen vertellen over geld?');
	for (const hidden of ['Fatima', 'Kees', 'Koffie', 'Lindestraat'])
		expect(asked!.text).not.toContain(hidden);
	const links = asked!.text.match(/https?:\/\/\S+/g)!;
	expect(links).toHaveLength(1);

	// No session, as in any mail program: reading says yes to nothing, however often.
	const speaker = await visit();
	const seen = await speaker.goto(links[0]!);
	expect(seen!.headers()['x-robots-tag']).toBe('noindex');
	expect(seen!.headers()['referrer-policy']).toBe('same-origin');
	expect(await speaker.context().cookies()).toEqual([]);
	for (const method of ['get', 'head'] as const) await speaker.request[method](links[0]!);
	await desk.reload();
	await expect(desk.getByRole('link', { name: /is nog niet zeker/ })).toBeVisible();
	await expect(speaker.getByText('Een groep van hoogstens 8 buren')).toBeVisible();
	await expect(speaker.getByText(/Fatima|Kees|Lindestraat/)).toHaveCount(0);

	await speaker.getByRole('button', { name: 'Bel mij' }).click();
	await expect(speaker.getByRole('status')).toContainText('We bellen je.');
	await desk.reload();
	await expect(desk.getByRole('link', { name: /Fatma Yılmaz.? wil gebeld worden/ })).toBeVisible();
	await expect(desk.getByText('06 - 44 55 66 77')).toBeVisible();

	await speaker.getByRole('button', { name: /^Ja, / }).nth(1).click();
	await expect(speaker.getByRole('heading', { level: 1, name: /^Je komt op / })).toBeVisible();
	await expect(speaker.getByText('De Linde, Lindestraat 12')).toBeVisible();
	await desk.reload();
	await expect(desk.getByText('Alles is geregeld voor deze week.')).toBeVisible();
	await mates.reload();
	await expect(
		mates.getByRole('heading', { name: /komt .?Fatma Yılmaz.? vertellen over .?geld/ })
	).toBeVisible();
	await mates.goto(`/meetups/${group.meetups[1]}`);
	await expect(
		mates.getByText(/Dit gaan we doen: .?Fatma Yılmaz.? komt vertellen over .?geld/)
	).toBeVisible();

	await database()`
		update private.bookings set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'
		where meetup_id = ${group.meetups[1]!}
	`;
	for (const neighbour of [mates, await visit(host)]) {
		await neighbour.goto(`/groups/${group.id}`);
		await neighbour.getByRole('button', { name: 'Zeg dank je wel' }).click();
		await expect(neighbour.getByRole('status')).toHaveText('Je hebt dank je wel gezegd.');
		await expect(neighbour.getByRole('button', { name: 'Zeg dank je wel' })).toHaveCount(0);
	}
	expect((await speaker.goto(links[0]!))!.status()).toBe(404);
	await database()`
		update private.bookings set starts_at = starts_at - interval '3 days', ends_at = ends_at - interval '3 days'
		where meetup_id = ${group.meetups[1]!}
	`;
	await database()`select private.pass_on_thanks()`;
	const mails = await mailsOf('booking_thanks', neighbourhood);
	expect(mails).toHaveLength(1);
	expect(mails[0]!.text).toContain('2 buren zeggen dank je wel.');
});

test('none of these days: the wish is back, the link is over, and looks like any that never was', async ({
	neighbourhood,
	visit
}) => {
	const { facilitator, host, group } = await street(neighbourhood);
	const speakerId = await addSpeaker(neighbourhood);
	const wish = await wishSpeaker(group, host);
	const link = await linkOf(
		await askSpeaker(facilitator, wish, speakerId, ...group.meetups.slice(0, 3))
	);
	const speaker = await visit();
	await speaker.goto(link);
	await speaker.getByRole('button', { name: 'Geen van deze dagen' }).click();
	await expect(speaker.getByRole('heading', { level: 1 })).toHaveText('Dank je wel');
	const answers = [link, `/speaker/${'0'.repeat(32)}`, '/speaker/x'].map(async (path) => {
		const response = await speaker.request.get(path);
		const headers = { ...response.headers(), date: '' };
		return { status: response.status(), headers, body: await response.text() };
	});
	const [used, unknown, odd] = await Promise.all(answers);
	expect(used).toEqual(unknown);
	expect(odd).toEqual(unknown);
	expect(used!.status).toBe(404);
	expect(used!.body).toContain('Deze link werkt niet meer.');

	const desk = await visit(facilitator);
	await desk.goto(`/desk/wishes/${wish}`);
	await expect(desk.getByText('Kon niet, of gaf geen antwoord.')).toBeVisible();
	const hosts = await visit(host);
	await hosts.goto(`/groups/${group.id}`);
	await expect(hosts.getByText('De begeleider zoekt een spreker.', { exact: false })).toBeVisible();
	await expect(hosts.getByText('Fatma')).toHaveCount(0);
});

test('a yes by telephone, cancelled by the host with a reason, and a yes that comes too late', async ({
	neighbourhood,
	visit
}) => {
	const { facilitator, host, group } = await street(neighbourhood);
	const speakerId = await addSpeaker(neighbourhood);
	const wish = await wishSpeaker(group, host);
	const link = await linkOf(await askSpeaker(facilitator, wish, speakerId, group.meetups[1]!));
	const late = await visit();
	await late.goto(link);

	const desk = await visit(facilitator);
	await desk.goto(`/desk/wishes/${wish}`);
	await desk.getByRole('button', { name: /^Ja op / }).click();
	await expect(desk.getByRole('status')).toContainText('De groep leest het.');

	const hosts = await visit(host);
	await hosts.goto(`/groups/${group.id}`);
	await hosts.getByRole('link', { name: 'Zeg de spreker af' }).click();
	await hosts.getByLabel('Wat is de reden?').fill('De zaal is dicht.');
	await hosts.getByRole('button', { name: 'Zeg de spreker af' }).click();
	await expect(hosts.getByRole('status')).toContainText('De spreker is afgezegd');
	await expect(hosts.getByText('De zaal is dicht.')).toBeVisible();

	await late.getByRole('button', { name: /^Ja, / }).click();
	await expect(late.getByText('Deze link werkt niet meer.', { exact: false })).toBeVisible();
	const mails = await mailsOf('booking_cancelled', neighbourhood);
	expect(mails).toHaveLength(1);
	expect(mails[0]!.subject).toMatch(/^Je afspraak van .* gaat niet door$/);
	expect(mails[0]!.text).toContain('De reden: De zaal is dicht.');
	await desk.goto('/desk');
	await expect(desk.getByRole('link', { name: /Koffie.? wil iemand over .?geld/ })).toBeVisible();
});
