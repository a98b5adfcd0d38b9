import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { readUnsent } from './unsent';

const me = '5f0c7b1e-3d83-4d7e-9d0a-2f6f0a1b2c3d';

function visitWith(waiting: unknown, userId: string | null = me) {
	let kept: string | undefined = Buffer.from(JSON.stringify(waiting)).toString('base64url');
	const cookies = { get: () => kept, delete: () => (kept = undefined) } as unknown as Cookies;
	const locals = { userId } as App.Locals;
	return { cookies, locals, url: new URL('http://localhost/unsent'), left: () => kept };
}

test.each([
	'/me?/aboutMe',
	'/groups/new?check',
	'/groups/new/place',
	`/meetups/${me}/change/move`,
	`/meetups/${me}/choose?/wish`
])('what was typed at %s waits for whom it is of', (action) => {
	const waiting = { sub: me, action, values: { reason: 'De zaal is bezet' } };
	expect(readUnsent(visitWith(waiting))).toEqual(waiting);
});

test.each([
	'https://elders.example/me',
	'//elders.example/me',
	'/\\elders.example',
	'/me/../sign-in',
	'/me@elders.example',
	'/sign-in',
	'/join/digits?/confirm',
	'/health',
	'/mean',
	'/unsent?/discard',
	'/me?/aboutMe&next=x',
	'javascript:alert(1)'
])('nothing is ever sent to %s', (action) => {
	const visit = visitWith({ sub: me, action, values: {} });
	expect(readUnsent(visit)).toBeNull();
	expect(visit.left()).toBeUndefined();
});

test.each(['another person', null])('for %s it is not there, and goes', (userId) => {
	const visit = visitWith({ sub: me, action: '/me?/aboutMe', values: { firstName: 'Mo' } }, userId);
	expect(readUnsent(visit)).toBeNull();
	expect(visit.left()).toBeUndefined();
});

test('while nobody can say who somebody is, it stays', () => {
	const visit = visitWith({ sub: me, action: '/me?/aboutMe', values: { firstName: 'Mo' } }, null);
	visit.locals.unreachable = true;
	expect(readUnsent(visit)).toBeNull();
	expect(visit.left()).toBeDefined();
});
