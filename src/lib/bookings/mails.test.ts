import { describe, expect, test } from 'vitest';
import { dueMail, wordMail } from '../notify/mails';

const ORIGIN = 'https://buurtplein.example';
const TOKEN = '0123456789abcdef0123456789abcdef';

const mail = (kind: string, details: object, language = 'nl') =>
	wordMail(
		dueMail.parse({
			id: '7f6c0f0e-3c52-4a55-9a8e-6a4f0a1f7a10',
			kind,
			email: 'fatma@example.org',
			language,
			neighbourhoodName: 'Lindebuurt',
			details: {
				speaker: 'Fatma',
				asker: null,
				startsAt: '2026-12-01T09:00:00Z',
				timeZone: 'Europe/Amsterdam',
				token: TOKEN,
				topic: 'money',
				words: null,
				reason: null,
				thanks: null,
				...details
			}
		}),
		ORIGIN
	);

describe('a mail to a speaker', () => {
	test.each(['booking_asked', 'booking_moved'])('%s has one link and who asks', (kind) => {
		const { text } = mail(kind, { asker: 'Marieke' });
		expect(text.match(/https?:\S+/g)).toEqual([`${ORIGIN}/speaker/${TOKEN}`]);
		expect(text).toMatch(/Marieke$/);
	});

	test('asks in the words of the group, or in the language of the reader', () => {
		expect(mail('booking_asked', { topic: 'own', words: 'bijen' }).subject).toContain('bijen');
		expect(mail('booking_asked', {}, 'en').subject).toContain('money');
		expect(mail('booking_asked', {}).text).toMatch(/Buurtplein$/);
	});

	test('that a visit is off names the day, and the reason only when there is one', () => {
		const { subject, text } = mail('booking_cancelled', {});
		expect(subject).toContain('dinsdag 1 december');
		expect(text).not.toContain('reden');
		expect(mail('booking_cancelled', { reason: 'Griep' }).text).toContain('De reden: Griep');
	});

	test('thanks are counted from two on', () => {
		expect(mail('booking_thanks', { thanks: 8 }).text).toContain('8 buren zeggen dank je wel.');
		const alone = mail('booking_thanks', { thanks: 1 }).text;
		expect(alone).toContain('De groep zegt dank je wel.');
		expect(alone).not.toMatch(/\b1 b/);
	});

	test('without a link that works is no question', () => {
		expect(() => mail('booking_asked', { token: null })).toThrow();
	});
});
