import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@supabase/supabase-js';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sendDueMail } from '../../src/lib/notify/send-mail.ts';
import { chanceOf, seed } from './chance.ts';
import { openMailStage } from './mail-stage.ts';

/** How many senders are killed; ROUNDS=1000 is the full proof. */
const ROUNDS = Number(process.env.ROUNDS ?? 200);

let stage: Awaited<ReturnType<typeof openMailStage>>;
beforeAll(async () => {
	stage = await openMailStage();
	console.info(`outbox: SEED=${seed}`);
}, 180_000);
afterAll(() => stage?.stop(), 180_000);

beforeEach(async () => {
	await stage.sql`delete from private.outbox`;
	await stage.sql`update private.race_clock set moment = '2026-11-24 09:30+01'`;
	stage.server.copies.clear();
	stage.server.whims.refuses = () => false;
	stage.server.whims.thinks = () => 0;
});

/** Time passes until all of it went; gives after how many minutes. */
async function untilSent() {
	for (let minutes = 0; minutes < 600; minutes += 5) {
		await stage.rest();
		if ((await stage.left()).unsent === 0) return minutes;
		await stage.pass(5);
	}
	throw new Error('Mail was lost.');
}

const posted = async () => {
	const rows = await stage.sql<{ id: string }[]>`select id from private.outbox order by id`;
	return rows.map(({ id }) => id);
};
const arrived = () => [...stage.server.copies.keys()].sort();
const twice = () => [...stage.server.copies.values()].filter(({ length }) => length > 1);

test(`senders killed at ${ROUNDS} moments: no mail lost, none twice but the one in the hand`, async () => {
	const chance = chanceOf(1);
	const { server } = stage;
	await server.open(stage.smtpPort);
	server.whims.refuses = () => chance.below(25) === 0;
	server.whims.thinks = () => chance.below(3);
	const senders: ChildProcess[] = [stage.start(), stage.start()];
	const killed = new Set<number>();
	for (let round = 0; round < ROUNDS; round++) {
		await stage.post(3);
		// Somewhere on the way of these mails: after so many steps of the mail server, and a little.
		for (let steps = chance.below(10); steps > 0; steps--) {
			await Promise.race([once(server.steps, 'step'), pause(30)]);
		}
		await pause(chance.below(6));
		const victim = chance.below(senders.length);
		killed.add(senders[victim]!.pid!);
		await stage.kill(senders[victim]!);
		senders[victim] = stage.start();
		await stage.pass(0.1);
	}
	server.whims.refuses = () => false;
	await untilSent();
	await Promise.all(senders.map((sender) => stage.kill(sender)));
	await server.close();

	expect(arrived()).toEqual(await posted());
	expect(arrived()).toHaveLength(ROUNDS * 3);
	// A mail comes again only from who could not know: the first had it in the hand when it died. It is
	// the same mail to the letter, so that who gets it keeps one.
	for (const [id, copies] of server.copies) {
		expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
		for (const { sender } of copies.slice(0, -1)) {
			expect(killed).toContain(sender);
			expect(server.lastOf.get(sender)).toBe(id);
		}
	}
	console.info(`outbox: ${killed.size} killed, ${arrived().length} mails, ${twice().length} twice`);
}, 600_000);

test('three senders and nobody killed: each mail once', async () => {
	await stage.server.open(stage.smtpPort);
	await stage.post(150);
	const senders = [stage.start(), stage.start(), stage.start()];
	await untilSent();
	await Promise.all(senders.map((sender) => stage.kill(sender)));
	await stage.server.close();
	expect(arrived()).toEqual(await posted());
	expect(twice()).toEqual([]);
	expect(new Set([...stage.server.copies.values()].flat().map(({ sender }) => sender)).size).toBe(
		3
	);
}, 180_000);

test('the mail server away for an hour: all of it goes soon after it is back, once', async () => {
	const senders = [stage.start(), stage.start()];
	for (let minute = 0; minute < 60; minute++) {
		if (minute % 3 === 0) await stage.post(2);
		await stage.rest();
		await stage.pass(1);
	}
	expect(arrived()).toEqual([]);
	await stage.server.open(stage.smtpPort);
	expect(await untilSent()).toBeLessThanOrEqual(45);
	await Promise.all(senders.map((sender) => stage.kill(sender)));
	await stage.server.close();
	expect(arrived()).toEqual(await posted());
	expect(arrived()).toHaveLength(40);
	expect(twice()).toEqual([]);
}, 180_000);

test('a sender that is slow leaves to another what the other may take by then', async () => {
	await stage.server.open(stage.smtpPort);
	await stage.post(3);
	const { copies } = stage.server;
	const now = vi.spyOn(performance, 'now').mockImplementation(() => (copies.size ? 120_001 : 0));
	const sent = await sendDueMail({
		supabase: createClient(stage.url, stage.secretKey, { auth: { persistSession: false } }),
		transport: createTransport({ host: '127.0.0.1', port: stage.smtpPort, ignoreTLS: true }),
		from: 'buurtplein@example.nl',
		origin: 'https://buurtplein.example'
	}).finally(() => now.mockRestore());
	await stage.server.close();
	expect(sent).toBe(1);
	expect(arrived()).toHaveLength(1);
	expect(await stage.left()).toEqual({ due: 0, unsent: 2 });
	await stage.pass(5);
	expect(await stage.left()).toEqual({ due: 2, unsent: 2 });
});
