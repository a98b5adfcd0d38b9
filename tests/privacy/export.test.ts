import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPage } from '../../src/lib/rights/export-page.server';
import { labels, sections } from '../../src/lib/rights/export-words.server';
import type { MyExport } from '../../src/lib/rights/export.server';
import { asUser, openTestDatabase, type TestDatabase } from '../support/database.ts';

type Row = Record<string, unknown>;
type Part = { at: string; where: string; without?: Record<string, string> };

const idOf = (name: string) =>
	createHash('md5')
		.update(name)
		.digest('hex')
		.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
const me = idOf('me');
const resident = `resident_id = '${idOf('resident me')}'`;
const by = (column: string) => `${column} = '${idOf('resident me')}'`;
const mine = (column: string) => `${column} = '${me}'`;
const elses = 'the id of somebody else, which I never see';

/** Where each table is in the export, whose rows those are, and what of them is left out and why. */
const parts: Record<string, Part[]> = {
	'public.profiles': [{ at: 'profiles', where: mine('id') }],
	'public.residents': [{ at: 'residents', where: mine('profile_id') }],
	'public.staff': [{ at: 'staff', where: mine('profile_id') }],
	'public.contact_hours': [{ at: 'contactHours', where: `staff_id = '${idOf('staff me')}'` }],
	'public.memberships': [{ at: 'memberships', where: resident }],
	'public.chair_requests': [{ at: 'chairRequests', where: resident }],
	'private.calendar_feeds': [
		{
			at: 'calendarFeeds',
			where: mine('profile_id'),
			without: {
				nonce: 'of this the address is made; the page shows it',
				token_hash: 'tells a calendar that it has the address'
			}
		}
	],
	'public.waitlist': [{ at: 'waitlist', where: resident }],
	'public.waiting_moments': [{ at: 'waitingMoments', where: resident }],
	'public.chair_offers': [{ at: 'chairOffers', where: resident }],
	'public.answered_for': [
		{ at: 'answeredFor', where: resident, without: { by_id: elses } },
		{ at: 'answeredByMe', where: mine('by_id'), without: { resident_id: elses } }
	],
	'public.departures': [{ at: 'departures', where: resident }],
	'public.group_news': [{ at: 'groupNews', where: resident }],
	'public.absences': [{ at: 'absences', where: resident }],
	'public.guests': [{ at: 'guests', where: resident }],
	'public.activity_wishes': [{ at: 'activityWishes', where: resident }],
	'public.goals': [{ at: 'goals', where: mine('owner_id') }],
	'public.goal_sentences': [{ at: 'goalSentences', where: mine('owner_id') }],
	'public.supporters': [
		{
			at: 'supporters',
			where: mine('owner_id'),
			without: { supporter_id: elses, declined_at: 'a no is never shown to who asked' }
		},
		{
			at: 'supported',
			where: mine('supporter_id'),
			without: {
				owner_id: elses,
				name: 'what the owner calls me in their own list',
				sees_balance: 'a choice of the owner',
				sees_next_meetup: 'a choice of the owner'
			}
		}
	],
	'public.sentence_shares': [{ at: 'sentenceShares', where: mine('owner_id') }],
	'private.proposals': [{ at: 'proposals', where: `supporter_id = '${idOf('me asks friend')}'` }],
	'public.balances': [{ at: 'balances', where: mine('profile_id') }],
	'public.help_posts': [{ at: 'helpPosts', where: by('author_id') }],
	'public.help_asks': [{ at: 'helpAsks', where: resident }],
	'public.help_answers': [{ at: 'helpAnswers', where: by('answerer_id') }],
	'public.help_choices': [{ at: 'helpChoices', where: by('giver_id') }],
	'public.help_matches': [
		{ at: 'helpMatches', where: `${by('author_id')} or ${by('answerer_id')}` }
	],
	'public.help_skips': [{ at: 'helpSkips', where: resident }],
	'public.help_reflections': [{ at: 'helpReflections', where: resident }],
	'public.help_thanks': [{ at: 'helpThanks', where: by('from_id') }],
	'public.help_pauses': [{ at: 'helpPauses', where: resident }],
	'public.blocks': [{ at: 'blocks', where: mine('blocker_id'), without: { blocked_id: elses } }],
	'public.conversation_participants': [
		{ at: 'conversationParticipants', where: mine('profile_id') }
	],
	'public.messages': [{ at: 'messages', where: `author_id = '${idOf('me in talk')}'` }],
	'public.reports': [
		{
			at: 'reports',
			where: by('reporter_id'),
			without: {
				appealed_at: 'of whom it is about',
				appeal_words: 'of whom it is about'
			}
		},
		{
			at: 'reportsAboutMe',
			where: by('about_id'),
			without: {
				reporter_id: 'who reported me is told to nobody but the contact person',
				reason: 'what somebody else says of me, by which they could be known',
				words: 'what somebody else says of me, by which they could be known',
				reported_at: 'by which who reported me could be known'
			}
		}
	],
	'public.report_acts': [
		{ at: 'reportActs', where: `report_id = '${idOf('about me')}' and act <> 'talked'` }
	],
	'public.contact_requests': [{ at: 'contactRequests', where: by('author_id') }],
	'public.contact_numbers': [{ at: 'contactNumbers', where: resident }],
	'public.staff_absences': [{ at: 'staffAbsences', where: `staff_id = '${idOf('staff me')}'` }],
	'private.bookings': [
		{
			at: 'bookings',
			where: `asked_by = '${idOf('staff me')}'`,
			without: {
				link_hash: 'the hash of a link that is somebody else’s to use',
				thanks: 'how many said thank you tells who did not'
			}
		}
	],
	'private.booking_thanks': [{ at: 'bookingThanks', where: resident }],
	'private.outbox': [
		{
			at: 'outbox',
			where: mine('profile_id'),
			without: { email: 'of somebody without an account; mine is the one of my account' }
		}
	],
	'public.organisers': [{ at: 'organisers', where: mine('profile_id') }],
	'private.appointments': [
		{
			at: 'appointments',
			where: `email = 'me@example.nl'`,
			without: { nonce: 'how the link is guarded', invited_by: elses }
		}
	],
	'private.organisation_acts': [
		{
			at: 'organisationActs',
			where: mine('person_id'),
			without: { id: 'tells how many acts there were about others', actor_id: elses }
		},
		{
			at: 'organisationActsByMe',
			where: mine('actor_id'),
			without: {
				id: 'tells how many acts there were by others',
				person_id: elses,
				person_name: 'the name of somebody else'
			}
		}
	],
	'care.consents': [{ at: 'care.consents', where: mine('client_id') }],
	'care.relations': [{ at: 'care.relations', where: mine('client_id') }],
	'care.sentence_shares': [{ at: 'care.sentenceShares', where: mine('client_id') }],
	'care.proposals': [
		{
			at: 'care.proposals',
			where: `relation_id in ('${idOf('before')}', '${idOf('relation')}')`
		}
	],
	'care.workers': [{ at: 'care.workers', where: mine('profile_id') }],
	'care.administrators': [{ at: 'care.administrators', where: mine('profile_id') }],
	'care.looks': [
		{
			at: 'care.looks',
			where: `subject = (select pseudonym from care.subjects where ${mine('profile_id')})`,
			without: {
				id: 'tells how many looks there were at others',
				looker_id: elses,
				subject: 'a pseudonym for me that says nothing',
				visit: 'a number that ties a look to what was read',
				previous_hash: 'how the log is guarded',
				hash: 'how the log is guarded'
			}
		},
		{
			at: 'care.looksByMe',
			where: mine('looker_id'),
			without: {
				id: 'tells how many looks there were by others',
				subject: 'at whom I looked is about somebody else',
				visit: 'a number that ties a look to what was read',
				previous_hash: 'how the log is guarded',
				hash: 'how the log is guarded'
			}
		}
	]
};

/** Tables that the export leaves out, each with the reason. */
const leftOut: Record<string, string> = {
	'public.neighbourhoods': 'nothing about a person',
	'public.groups': 'the group’s, not a person’s',
	'public.group_places': 'the group’s, not a person’s',
	'public.meetups': 'the group’s, not a person’s',
	'public.conversations': 'nothing about a person; who takes part in it is in the export itself',
	'public.contact_counts': 'counts, of nobody in particular',
	'public.local_services': 'organisations and public offices, of no person',
	'public.speakers': 'speakers have no account; their neighbourhood tells them what it keeps',
	'public.speaker_topics': 'speakers have no account; their neighbourhood tells them what it keeps',
	'public.speaker_free_days':
		'speakers have no account; their neighbourhood tells them what it keeps',
	'public.speaker_away': 'speakers have no account; their neighbourhood tells them what it keeps',
	'private.speaker_wishes': 'the group’s, not a person’s',
	'private.booking_dates': 'which days a speaker may choose from; of no person with an account',
	'private.installation': 'nothing about a person',
	'private.limits': 'nothing about a person',
	'private.public_holidays': 'nothing about a person',
	'private.retention': 'nothing about a person',
	'private.invite_codes': 'does not say who used it; for whom it is, only without an account',
	'public.reach_notes': 'of somebody without an account, gone once they have one',
	'private.attempts': 'hashes against guessing, of nobody in particular, gone in a day',
	'private.supporter_codes': 'the hash of a code that is somebody else’s to use',
	'care.organisations': 'nothing about a person',
	'care.invitations': 'the hash of a code that is somebody else’s to use',
	'care.subjects': 'only the link between me and the log, which is in the export itself'
};

let database: TestDatabase;
let everything: MyExport;

beforeAll(async () => {
	database = await openTestDatabase('export');
	const world = readFileSync(join(import.meta.dirname, 'whole-life.sql'), 'utf8');
	await database.connect({ max: 1 }).unsafe(world);
	everything = await exportOf('me');
});
afterAll(() => database.close());

test('every table is in the export, or on the list with a reason', async () => {
	const tables = await database.sql<{ name: string }[]>`
		select relnamespace::regnamespace || '.' || relname as name from pg_class
		where relkind in ('r', 'p', 'm', 'f')
			and relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
	`;
	expect(tables.map(({ name }) => name).sort()).toEqual(
		[...Object.keys(parts), ...Object.keys(leftOut)].sort()
	);
});

describe('every column of', () => {
	const cases = Object.entries(parts).flatMap(([table, of]) =>
		of.map((part) => ({ table, ...part }))
	);
	test.each(cases)('$table is at $at', async ({ table, at, where, without = {} }) => {
		const kept = await database.sql.unsafe<{ row: Row }[]>(
			`select to_jsonb(t) as row from ${table} t where ${where}`
		);
		const rows = kept.map(({ row }) => row);
		expect(rows.length, 'there is something to export').toBeGreaterThan(0);
		for (const column of Object.keys(rows[0] ?? {}))
			expect(rows.some((row) => row[column] !== null) || column in without, column).toBe(true);
		const expected = rows.map((row) => renamed(row, without));
		const keys = Object.keys(expected[0] ?? {});
		const found = rowsAt(at).map((row) => Object.fromEntries(keys.map((key) => [key, row[key]])));
		expect(found).toHaveLength(rows.length);
		expect(found).toEqual(expect.arrayContaining(expected));
		for (const column of Object.keys(without)) {
			expect(Object.keys(rows[0] ?? {}), 'what is left out is a column').toContain(column);
			expect(rowsAt(at)[0]).not.toHaveProperty(camel(column));
		}
	});
});

test('how I sign in is in it, and no code, token or hash', async () => {
	const [user] = rowsAt('signIn.users');
	expect(user).toMatchObject({ email: 'me@example.nl', phone: '31612345678' });
	expect(JSON.stringify(everything)).not.toMatch(/token|hash|password/i);
});

test('nothing private of anybody else is in it', async () => {
	const text = JSON.stringify(everything);
	expect(text).not.toContain('van een ander');
	const strangers = ['Mate', 'Stranger', 'Client', 'Guide', 'Asker', 'Administrator'];
	const wordsOf = await database.sql<{ email: string; id: string }[]>`
		select email, id from auth.users where id <> ${me}
	`;
	for (const { email, id } of wordsOf) {
		expect(text).not.toContain(email);
		expect(text).not.toContain(id);
	}
	for (const name of strangers) expect(text).not.toContain(`"${name}"`);
	// Whom I named, and who asked me and has my yes, are called by the name I see.
	expect(rowsAt('supporters').map(({ firstName }) => firstName)).toEqual(
		expect.arrayContaining(['Friend', 'Refuser', 'Tante Truus'])
	);
	expect(rowsAt('supported').map(({ firstName }) => firstName)).toEqual(
		expect.arrayContaining(['Owner', null])
	);
});

test('everybody gets the same sections', async () => {
	const other = await exportOf('stranger');
	const names = (of: MyExport) => [...Object.keys(of), ...Object.keys(of.care)].sort();
	expect(names(other)).toEqual(names(everything));
});

test('the page to read has all of it, in words, and nothing that runs', () => {
	const page = exportPage(everything);
	const inPage = sections.map(([path]) => path);
	const inFile = Object.entries(everything).flatMap(([name, rows]) =>
		name === 'madeAt'
			? []
			: Array.isArray(rows)
				? [name]
				: Object.keys(rows).map((part) => `${name}.${part}`)
	);
	expect(inPage.toSorted()).toEqual(inFile.sort());
	for (const path of inPage)
		for (const field of Object.keys(rowsAt(path)[0] ?? {}))
			if (!/^id$|Id$/.test(field)) expect(labels, `${path} ${field}`).toHaveProperty(field);
	expect(page).toContain('Ik &#60;b&#62;wil&#60;/b&#62; brood bakken');
	expect(page).not.toMatch(/<script|<img|<link|<b>|https?:|\bon\w+=|\bundefined\b|\[object/i);
	expect(page).not.toContain(me);
});

async function exportOf(person: string) {
	const [row] = await asUser(
		database.sql,
		idOf(person),
		(sql) => sql<{ all: MyExport }[]>`select public.my_export() as all`
	);
	return row!.all;
}

function rowsAt(path: string) {
	const found = path.split('.').reduce<unknown>((at, name) => (at as Row)[name], everything);
	return found as Row[];
}

const camel = (column: string) =>
	column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

function renamed(row: Row, without: Record<string, string>) {
	return Object.fromEntries(
		Object.entries(row)
			.filter(([column]) => !(column in without))
			.map(([column, value]) => [camel(column), value])
	);
}
