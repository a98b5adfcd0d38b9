import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { optionalLine, requiredLine } from '$lib/server/fields';
import { activities } from './activities';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Every quarter of an hour at which a meetup may begin: "07:00" to "22:00". */
export const startTimes = Array.from({ length: 61 }, (_, quarter) => {
	const minutes = 7 * 60 + quarter * 15;
	return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');
});

/** How long a meetup may last, in minutes. */
export const durations = [60, 90, 120, 150, 180] as const;

const capacities = [3, 4, 5, 6, 7, 8] as const;

// Numbers arrive as text from a form, and as numbers from what was kept on the way.
const numberOf = (values: readonly number[], message: () => string) =>
	z.coerce
		.string()
		.refine((text) => values.map(String).includes(text), { error: message })
		.transform(Number);

const absentAsEmpty = (value: unknown) => value ?? '';
const listOf = (value: unknown) => [value ?? []].flat();

const startTime = z.enum(startTimes, { error: () => m.error_start_time() });

/** Only asked of who lives in more than one neighbourhood. */
export const groupNeighbourhood = z.object({
	neighbourhoodId: z.uuid({ error: () => m.error_neighbourhood() })
});

export const groupName = z.object({ name: requiredLine(40, () => m.error_group_name(), 2) });

export const groupMoment = z.object({
	weekday: numberOf(weekdays, () => m.error_weekday()),
	startsAt: startTime,
	durationMinutes: numberOf(durations, () => m.error_duration())
});

export const groupPlace = z.object({
	placeName: requiredLine(60, () => m.error_place_name(), 2),
	address: z.preprocess(
		absentAsEmpty,
		optionalLine(120).refine((text) => text === null || Array.from(text).length > 1, {
			error: () => m.error_address()
		})
	)
});

const groupLikes = z.object({
	likes: z
		.preprocess(listOf, z.array(z.enum(activities, { error: () => m.error_likes() })))
		.transform((chosen) => activities.filter((activity) => chosen.includes(activity))),
	likesWords: z.preprocess(absentAsEmpty, optionalLine(80))
});

export const groupChairs = z.object({
	capacity: numberOf(capacities, () => m.error_capacity())
});

type Likes = z.output<typeof groupLikes>;
const saysWhatElse = ({ likes, likesWords }: Likes) =>
	likesWords !== null || !likes.includes('other');
const whatElse = { path: ['likesWords'], error: () => m.error_words_needed() };

// Who writes down something else need not tap its card as well.
const tapWhatElse = <Input extends Likes>(input: Input): Input =>
	input.likesWords === null || input.likes.includes('other')
		? input
		: { ...input, likes: [...input.likes, 'other'] };

/** What a group likes to do; who chooses something else says what. */
export const chosenLikes = groupLikes.refine(saysWhatElse, whatElse).transform(tapWhatElse);

const parts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof parts)[number];

/** Every moment of a week at which somebody can or cannot come: weekday and part of the day. */
export const moments = weekdays.flatMap((weekday) =>
	parts.map((part) => ({ id: `${weekday}-${part}`, weekday, part }))
);

const partsOfDay = z.preprocess(listOf, z.array(z.enum(parts, { error: () => m.error_weekday() })));

/** When somebody can come, the parts of a day by its number, as one list of moments. */
export const saidMoments = z
	.object({
		day1: partsOfDay,
		day2: partsOfDay,
		day3: partsOfDay,
		day4: partsOfDay,
		day5: partsOfDay,
		day6: partsOfDay,
		day7: partsOfDay
	})
	.transform((days) =>
		Object.entries(days).flatMap(([day, said]) =>
			said.map((part) => `${day.slice('day'.length)}-${part}`)
		)
	);

/** A second group that a facilitator begins, and for whom it has a chair. */
export const offeredGroup = z.object({
	id: z.uuid(),
	...groupName.shape,
	...groupMoment.shape,
	...groupPlace.shape,
	people: z.preprocess(
		listOf,
		z
			.array(z.uuid())
			.min(1, { error: () => m.error_new_group_people() })
			.max(8, { error: () => m.error_new_group_people() })
	)
});

/** All that is needed to start a Buurtplein. */
export const newGroup = z.object({
	...groupName.shape,
	...groupMoment.shape,
	...groupPlace.shape,
	...groupLikes.shape,
	...groupChairs.shape
});

/** What the host changes on one page: name, place and what the group likes to do. */
export const groupDetails = z
	.object({ ...groupName.shape, ...groupPlace.shape, ...groupLikes.shape })
	.refine(saysWhatElse, whatElse)
	.transform(tapWhatElse);

// The year 0 is a date here, but not in PostgreSQL.
const date = z.iso
	.date({ error: () => m.error_date() })
	.refine((day) => day > '2000', { error: () => m.error_date() });

export const groupPause = z.object({ until: date });

export const newHost = z.object({ residentId: z.uuid({ error: () => m.error_new_host() }) });

const reason = requiredLine(200, () => m.error_reason());

export const meetupMove = z.object({ date, startsAt: startTime, reason });

export const meetupCancel = z.object({ reason });
