import { dateWords } from '$lib/dates/words.server';
import { myActWords } from '$lib/organisation/words.server';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { isolate } from '$lib/ui/isolate';
import type { MyData } from './my-data.server';

type Roles = { worker: boolean; administrator: boolean; organises: boolean };

const inARow = (names: (string | null)[]) =>
	new Intl.ListFormat(getLocale()).format(
		names.map((name) => isolate(name ?? m.data_look_someone()))
	);
const some = <Item>(items: Item[], words: (items: Item[]) => string) =>
	items.length ? [words(items)] : [];

/** What each audience sees of me, as sentences. */
export const audiences = (data: MyData, care: Roles) => ({
	neighbours: neighboursWords(data),
	facilitators: some(
		data.neighbourhoods.flatMap(({ facilitators }) => facilitators),
		(names) => m.data_people({ names: inARow(names) })
	),
	waiting: [
		...data.waiting.map((name) => m.data_facilitators_waiting({ group: isolate(name) })),
		...some(data.waiting, () => m.data_facilitators_moments())
	],
	contact: some(
		data.neighbourhoods.flatMap(({ contactPersons }) => contactPersons),
		(names) => m.data_people({ names: inARow(names) })
	).flatMap((people) => [m.data_contact_asked(), people]),
	circle: data.circle.map((person) => ({ ...person, sees: seesWords(person) })),
	around: [
		...some(data.invited, (names) => m.data_circle_invited({ names: inARow(names) })),
		...some(data.supported, (names) => m.data_circle_supported({ names: inARow(names) })),
		...some([...data.invited, ...data.supported], () =>
			data.neighbourhoods.length ? m.data_circle_known() : m.data_circle_unknown()
		)
	],
	nobody: [
		m.data_nobody_plan(),
		m.data_nobody_absence(),
		m.data_nobody_email(),
		m.data_nobody_no()
	],
	work: [
		...data.work.map(({ role, neighbourhoodName }) =>
			role === 'facilitator'
				? m.data_work_facilitator({ neighbourhood: isolate(neighbourhoodName) })
				: m.data_work_contact({ neighbourhood: isolate(neighbourhoodName) })
		),
		...(care.organises ? [m.data_work_organiser()] : []),
		...data.acts.map(myActWords),
		...(care.worker ? [m.data_work_worker()] : []),
		...(care.worker || care.administrator ? [m.data_work_looks()] : [])
	]
});

// A sentence a group: "Koffie en kuieren en Klussen en kletsen" could be three groups, or four.
function neighboursWords({ neighbourhoods, groups, asked }: MyData) {
	if (!neighbourhoods.length) return [];
	if (!groups.length && !asked.length) return [m.data_neighbours_none()];
	return [
		m.data_neighbours_text(),
		...groups.map((name) => m.data_neighbours_groups({ group: isolate(name) })),
		...asked.map((name) => m.data_neighbours_asked({ group: isolate(name) }))
	];
}

function seesWords(person: MyData['circle'][number]) {
	const { firstName, organisation, startsOn, sentences } = person;
	return [
		sentences > 1
			? m.data_circle_reads({ count: sentences })
			: sentences === 1
				? m.data_circle_reads_one()
				: m.data_circle_reads_none(),
		person.seesBalance && m.data_circle_balance(),
		person.seesNextMeetup && m.data_circle_next_meetup(),
		person.telephone && m.data_circle_telephone(),
		startsOn && m.data_circle_from({ day: dateWords(startsOn) }),
		organisation &&
			m.data_circle_organisation({ organisation: isolate(organisation), name: isolate(firstName) })
	].filter((line) => typeof line === 'string');
}
