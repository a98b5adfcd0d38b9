import { dayWords, momentWords, ruleWords } from '$lib/dates/words.server';
import { sheetsShape } from '$lib/door/shapes.server';
import { activityWords } from '$lib/groups/activity-words';
import { capital } from '$lib/groups/describe.server';
import { describeContacts } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';
import { callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';

/** What is printed: of all groups of a neighbourhood by its slug, or of one group. */
type Wanted = { slug: string } | { groupId: string };

/** What lists and cards say of groups; 404 for who is neither host nor facilitator. */
export async function loadSheets(supabase: App.Locals['supabase'], wanted: Wanted) {
	const [slug, group_id] = 'slug' in wanted ? [wanted.slug, null] : [null, wanted.groupId];
	const page = await callPage(supabase, 'sheets_page', { slug, group_id }, sheetsShape);
	const { groups, contact, ...neighbourhood } = page ?? notThere();
	return {
		...neighbourhood,
		contact: describeContacts(contact)[0] ?? null,
		groups: groups.map(({ meetup, ...group }) => ({
			id: group.id,
			name: group.name,
			rule: capital(ruleWords(group)),
			place: [group.placeName, group.address].filter(Boolean).join(', '),
			likes: group.likes.map((like) =>
				activityWords(like, like === 'other' ? group.likesWords : null)
			),
			meetup: meetup && {
				day: dayWords(meetup.startsAt, group.timeZone),
				headline: capital(momentWords({ ...meetup, timeZone: group.timeZone })),
				activity: meetup.activity && activityWords(meetup.activity, meetup.activityWords),
				people: meetup.people.map(({ firstName, guest }) =>
					guest ? m.sheets_guest({ name: firstName }) : firstName
				)
			}
		}))
	};
}

export type Sheets = Awaited<ReturnType<typeof loadSheets>>;
