import { appoint, assign, employ, openOrganisation, share } from './care.ts';
import { addService, answerRequest, askContact } from './contact.ts';
import { openConversation, say } from './conversations.ts';
import {
	askFor,
	database,
	moveIn,
	moveInAlso,
	newAccount,
	newInvite,
	openNeighbourhood,
	seat,
	setHours,
	startGroup
} from './database.ts';
import { answerPost, placePost, propose } from './help.ts';
import { actOn, agree, ask, askPlaced, makeEarlier, reportPost, staffOf } from './matches.ts';
import { newOrganiser } from './organisation.ts';
import { askByCode, askSupport, makePlan, support } from './plans.ts';

/** A neighbourhood in which every page has something to show. */
export async function makeWorld() {
	const neighbourhood = await openNeighbourhood();
	const long = 'Maria Wilhelmina Antonia Geertruida';
	const host = await moveIn(neighbourhood, long);
	const member = await moveIn(neighbourhood, 'ليلى');
	const group = await startGroup(host, {
		name: 'Koffiedrinkersgezelschap De Lindebloesem',
		chairs: 3
	});
	const open = await startGroup(host, { name: 'Spelletjes' });
	const account = await newAccount();
	const facilitator = { ...account, neighbourhood, residentId: '', firstName: 'Marieke' };
	await database()`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name)
		values (${neighbourhood.id}, ${account.userId}, 'facilitator', 'Marieke')
	`;
	const mover = await moveIn(neighbourhood, 'Noor');
	await moveInAlso(mover, await openNeighbourhood());
	await seat(group, member, await moveIn(neighbourhood, 'Bea'));
	await askFor(group, await moveIn(neighbourhood, 'Wil'));
	await askFor(open, member);
	await setHours(group.meetups[0], 2);
	await database()`
		insert into public.activity_wishes (meetup_id, resident_id, activity, words) values
			(${group.meetups[0]!}, ${host.residentId}, 'other', 'Donaudampfschifffahrtsgesellschaften'),
			(${group.meetups[0]!}, ${member.residentId}, 'walk', null)
	`;
	const plan = await makePlan(
		host,
		'Ik wil mijn Donaudampfschifffahrtsgesellschaften leren kennen.'
	);
	const donePlan = await makePlan(host);
	const reader = await support(host, member);
	const supported = await support(mover, host);
	const organisation = await openOrganisation();
	const worker = await employ(organisation, long);
	const administrator = await appoint(organisation, 'Petra');
	await employ(organisation, 'Ruben');
	const organiser = await newOrganiser(long);
	const relation = await assign(administrator, worker, host);
	await share(host, plan.want, relation);
	await share(host, plan.want, reader);
	await database()`update care.relations set call_asked_at = now() where id = ${relation}`;
	await askSupport(member, host);
	await database()`
		update public.goals set state = 'done' where id = ${donePlan.id}
	`;
	const supportersCode = await askByCode(member, 'Els');
	const conversation = await openConversation(neighbourhood, host, member);
	await say(member, conversation, 'Kijk op https://www.linde.nl/soep, of bel 06 - 12 34 56 78. 🌷');
	await say(host, conversation, `${'Donaudampfschifffahrtsgesellschaften'.repeat(3)}\n\nTot zo.`);
	const over = await openConversation(neighbourhood, host, mover);
	await database()`update public.conversations set ended_at = now() where id = ${over}`;
	const asked = await placePost(host, {
		words: 'Wie kan mij Donaudampfschifffahrtsgesellschaften leren spellen?',
		category: 'child_minding',
		group
	});
	await answerPost(asked, member, 'مرحبا Donaudampfschifffahrtsgesellschaftskapitän');
	const offered = await placePost(member, { kind: 'offer', category: 'community_centre' });
	const proposed = await propose(host);
	const contact = await staffOf(neighbourhood, 'contact_person');
	const match = await agree(host, member, {
		weekly: true,
		words: 'Ik zoek iemand voor Donaudampfschifffahrtsgesellschaften.'
	});
	await makeEarlier(match, 8);
	const begun = await agree(member, host);
	const minding = await agree(mover, host, { category: 'child_minding' });
	const unsafe = await agree(host, mover);
	await makeEarlier(unsafe, 8);
	await database()`
		insert into public.help_reflections (
			match_id, resident_id, feeling, words, felt_safe, wants_call, shares_words, written_at
		)
		values (
			${unsafe}, ${host.residentId}, 1, 'Donaudampfschifffahrtsgesellschaftskapitän', false, true,
			true, now()
		), (${match}, ${host.residentId}, 3, null, true, false, false, now())
	`;
	const report = await reportPost(mover, await ask(host));
	await actOn(contact, report, 'hidden');
	await askPlaced(mover);
	await askPlaced(member);
	await addService(
		neighbourhood,
		'gp_post',
		'Donaudampfschifffahrtsgesellschaftsartsenpost',
		'06 - 00 44 55 66'
	);
	const request = await askContact(
		host,
		`Waar vind ik ${'Donaudampfschifffahrtsgesellschaften'.repeat(3)}?\n\nمرحبا`
	);
	await answerRequest(contact, request, 'today', 'Donaudampfschifffahrtsgesellschaftskapitän');
	const card = await newInvite(neighbourhood, { groupId: group.id });
	return {
		neighbourhood,
		host,
		member,
		mover,
		facilitator,
		worker,
		administrator,
		organiser,
		relation,
		reader,
		supported,
		group,
		open,
		asked,
		offered,
		proposed,
		card,
		supportersCode,
		conversation,
		contact,
		match,
		begun,
		minding,
		unsafe,
		report,
		request,
		over,
		plan,
		donePlan
	};
}

export type World = Awaited<ReturnType<typeof makeWorld>>;
