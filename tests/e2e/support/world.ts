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
	const card = await newInvite(neighbourhood, { groupId: group.id });
	return { neighbourhood, host, member, mover, facilitator, group, open, card };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;
