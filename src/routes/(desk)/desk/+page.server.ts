import { describeTask } from '$lib/bookings/task-words.server';
import { chairsWords } from '$lib/groups/chairs-words';
import { capital } from '$lib/groups/describe.server';
import { loadOverview } from '$lib/groups/groups.server';
import { welcome } from '$lib/groups/welcome.server';
import { nearDayWords, ruleWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import { waitingWords } from './waiting-words.server';
import { notThere } from '$lib/server/database-error';

/** How many wait before a second group is worth a question. */
const ENOUGH = 4;

export async function load({ locals, parent }) {
	const [{ facilitates, facilitated }, { requests, waiting, apart, speakers, groups }] =
		await Promise.all([parent(), loadOverview(locals.supabase)]);
	if (!facilitates) notThere();
	const lines = waiting.map(({ name, slug, people }) => ({
		slug,
		title: waitingWords(people.length, facilitated.length > 1 ? name : null),
		people: people.map(({ groupNames, groupId, ...person }) => ({
			...person,
			href: `/groups/${groupId}/move/${person.residentId}`,
			waits: m.desk_waiting_group({ groups: isolate(groupNames.join(', ')) })
		}))
	}));
	const begin = lines.filter(({ people }) => people.length >= ENOUGH);
	return {
		title: m.desk_title(),
		tasks: requests.length + lines.length + apart.length + speakers.length,
		requests,
		begin,
		wait: lines.map((line) => ({
			...line,
			title: begin.includes(line) ? m.desk_waiting_who() : line.title
		})),
		apart: apart.map(({ groupId, groupName, firstName }) => ({
			groupId,
			title: m.desk_apart({ group: isolate(groupName) }),
			question: firstName && m.desk_apart_call({ name: isolate(firstName) })
		})),
		speakers: speakers.map(describeTask),
		groups: groups.map(({ nextMeetup, lastMet, ...group }) => ({
			...group,
			rule: capital(ruleWords(group)),
			chairs: chairsWords(group),
			next: nextMeetup && m.desk_next({ day: nearDayWords(nextMeetup, group.timeZone) }),
			last: lastMet && m.desk_last({ day: nearDayWords(lastMet, group.timeZone) })
		}))
	};
}

export const actions = { welcome };
