import { accept, addSpeaker, askSpeaker, linkOf, wishSpeaker } from './bookings.ts';
import { go, send, type Arrive } from './ways.ts';
import type { World } from './world.ts';

const long = 'Donaudampfschifffahrtsgesellschaften';
const wished = (world: World) => wishSpeaker(world.open, world.host, long);

async function asked(world: World) {
	const wish = await wished(world);
	const speaker = await addSpeaker(world.neighbourhood, `${long} مريم`);
	const meetups = world.open.meetups.slice(1, 4);
	const booking = await askSpeaker(world.facilitator, wish, speaker, ...meetups);
	return { wish, booking, meetup: meetups[0]! };
}

async function booked(world: World) {
	const question = await asked(world);
	await accept(question.booking, question.meetup);
	return question;
}

/** Where something was arranged first. */
const to =
	(address: (world: World) => Promise<string>): Arrive =>
	async (page, world) => {
		await page.goto(await address(world));
	};
const groupSpeaker = (world: World) => `/groups/${world.open.id}/speaker`;

type Entry = { route: string; title: string; who?: 'host' | 'facilitator'; arrive: Arrive };

/** Pages of booking a speaker, and how to come there. */
export const bookingPages: Entry[] = [
	{
		route: '(member)/groups/[id]/speaker',
		title: 'about what somebody may come, mistyped',
		who: 'host',
		arrive: async (page, world) => {
			await page.goto(`/groups/${world.group.id}/speaker`);
			await send(page, 'Vraag dit voor de groep');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(member)/groups/[id]/speaker',
		title: 'a speaker need not come',
		who: 'host',
		arrive: to(async (world) => (await wished(world), groupSpeaker(world)))
	},
	{
		route: '(member)/groups/[id]/speaker',
		title: 'cancelling a speaker',
		who: 'host',
		arrive: to(async (world) => (await booked(world), groupSpeaker(world)))
	},
	{
		route: '(member)/groups/[id]',
		title: 'a group with a speaker',
		who: 'host',
		arrive: to(async (world) => (await booked(world), `/groups/${world.open.id}`))
	},
	{
		route: '(desk)/desk/wishes/[wish]',
		title: 'whom to ask to speak',
		who: 'facilitator',
		arrive: to(async (world) => {
			await addSpeaker(world.neighbourhood, `${long} مريم`);
			return `/desk/wishes/${await wished(world)}`;
		})
	},
	{
		route: '(desk)/desk/wishes/[wish]',
		title: 'who is asked to speak',
		who: 'facilitator',
		arrive: to(async (world) => `/desk/wishes/${(await asked(world)).wish}`)
	},
	{
		route: '(desk)/desk/wishes/[wish]',
		title: 'who comes to speak',
		who: 'facilitator',
		arrive: to(async (world) => `/desk/wishes/${(await booked(world)).wish}`)
	},
	{
		route: '(desk)/desk/wishes/[wish]/[speaker]',
		title: 'for which days, mistyped',
		who: 'facilitator',
		arrive: async (page, world) => {
			const speaker = await addSpeaker(world.neighbourhood, long);
			await page.goto(`/desk/wishes/${await wished(world)}/${speaker}`);
			await send(page, 'Stuur de vraag');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(open)/speaker/[token]',
		title: 'what a speaker is asked',
		arrive: to(async (world) => linkOf((await asked(world)).booking))
	},
	{
		route: '(open)/speaker/[token]',
		title: 'a speaker who comes',
		arrive: to(async (world) => linkOf((await booked(world)).booking))
	},
	{
		route: '(open)/speaker/done',
		title: 'a speaker who answered',
		arrive: go(() => '/speaker/done')
	}
];
