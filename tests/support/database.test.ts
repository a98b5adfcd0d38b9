import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAnon, asUser, createUser, openTestDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase('support');
});
afterAll(() => database.close());

test('a person signed in is who auth.uid() says, and no superuser', async () => {
	const id = await createUser(database.sql);
	const [row] = await asUser(
		database.sql,
		id,
		(sql) => sql`select auth.uid() as uid, auth.role() as role, current_user::text as name`
	);
	expect(row).toEqual({ uid: id, role: 'authenticated', name: 'authenticated' });
});

test('a visitor is nobody', async () => {
	const [row] = await asAnon(
		database.sql,
		(sql) => sql`select auth.uid() as uid, auth.role() as role, current_user::text as name`
	);
	expect(row).toEqual({ uid: null, role: 'anon', name: 'anon' });
});

test('forty people can be busy in one database at once', async () => {
	const many = database.connect({ max: 40 });
	const started = Date.now();
	await Promise.all(Array.from({ length: 40 }, () => many`select pg_sleep(0.5)`));
	expect(Date.now() - started).toBeLessThan(5000);
});
