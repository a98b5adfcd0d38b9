import { randomUUID } from 'node:crypto';
import { asUser } from '../../support/database.ts';
import { database, newAddress, type Group, type Neighbour } from './database.ts';

type Person = { userId: string };

/** Somebody who can come and tell about money. */
export async function addSpeaker({ id }: { id: string }, name = 'Fatma Yılmaz') {
	const [row] = await database()<{ id: string }[]>`
		insert into public.speakers (neighbourhood_id, name, organisation, email, telephone)
		values (${id}, ${name}, 'Geldloket', ${newAddress()}, '06 - 44 55 66 77') returning id
	`;
	await database()`
		insert into public.speaker_topics (speaker_id, topic) values (${row!.id}, 'money')
	`;
	return row!.id;
}

/** Lets a group wish for somebody about money, or about something of its own, and nothing before. */
export async function wishSpeaker(group: Group, member: Neighbour, words: string | null = null) {
	await database()`
		delete from private.bookings b using private.speaker_wishes w
		where w.id = b.wish_id and w.group_id = ${group.id}
	`;
	await database()`delete from private.speaker_wishes where group_id = ${group.id}`;
	await asUser(
		database(),
		member.userId,
		(sql) => sql`
			select public.wish_speaker(${group.id}, ${words ? 'own' : 'money'}::public.speaker_topic, ${words})
		`
	);
	const [row] = await database()<{ id: string }[]>`
		select id from private.speaker_wishes where group_id = ${group.id} and settled_at is null
	`;
	return row!.id;
}

/** Asks a speaker for meetups of a group; answers the question's id. */
export async function askSpeaker(
	facilitator: Person,
	wishId: string,
	speakerId: string,
	...meetups: string[]
) {
	const id = randomUUID();
	await asUser(
		database(),
		facilitator.userId,
		(sql) => sql`select public.ask_speaker(${id}, ${wishId}, ${speakerId}, ${meetups})`
	);
	return id;
}

/** Where the link in the mail leads. */
export async function linkOf(bookingId: string) {
	const [row] = await database()<{ token: string }[]>`
		select private.booking_token(${bookingId}) as token
	`;
	return `/speaker/${row!.token}`;
}

/** Says yes to a meetup by the link. */
export async function accept(bookingId: string, meetup: string) {
	await database()`
		select public.accept_booking(private.booking_token(${bookingId}), ${meetup})
	`;
}
