import type { Page } from '@playwright/test';
import { setHours } from './database.ts';
import { cardOf, roomyGroup, signUp } from './door.ts';
import type { Entry } from './pages.ts';
import { go, send } from './ways.ts';
import type { World } from './world.ts';

const LONG = 'Maria Wilhelmina Antonia Geertruida';

/** Somebody without an account, in the group that has chairs left. */
const known = new WeakMap<World, ReturnType<typeof moveIn>>();
async function moveIn({ facilitator, neighbourhood }: World) {
	const group = await roomyGroup(neighbourhood);
	return { group, id: await signUp(facilitator, neighbourhood, LONG, group) };
}
function neighbourIn(world: World) {
	if (!known.has(world)) known.set(world, moveIn(world));
	return known.get(world)!;
}

const door = (end: string) => go(({ neighbourhood }) => `/desk/door/${neighbourhood.slug}${end}`);
const neighbour = (end: string) => async (page: Page, world: World) => {
	const { id } = await neighbourIn(world);
	await page.goto(`/desk/neighbours/${id}${end}`);
};
const atMeetup = (end: (id: string) => string) => async (page: Page, world: World) => {
	const { group, id } = await neighbourIn(world);
	await setHours(group.meetup, 3);
	await page.goto(`/meetups/${group.meetup}/for${end(id)}`);
};

/** The questions at the door, so many answered. */
const ask = (answered: number) => async (page: Page, world: World) => {
	await door('/new/name')(page, world);
	const walk = [
		async () => {
			await page.getByLabel('Voornaam').fill(LONG);
			await send(page, 'Ga verder');
			await page.getByLabel('Telefoonnummer').waitFor();
		},
		async () => {
			await page.getByLabel('Telefoonnummer').fill('06 - 11 22 33 44');
			await page.getByLabel('Of op een andere manier').fill('bel aan bij nummer 12, bij de bakker');
			await send(page, 'Ga verder');
			await page.getByLabel('Nog geen').waitFor();
		},
		async () => {
			await page.getByLabel('Nog geen').check();
			await send(page, 'Ga verder');
			await page.getByLabel(/Ik heb dit samen met/).waitFor();
		}
	];
	for (const step of walk.slice(0, answered)) await step();
};

const who = 'facilitator';
const part = '(desk)/desk/door/[slug]/new/[part]';
const one = '(desk)/desk/neighbours/[resident]';

/** The pages of the door, and what is printed of groups. */
export const doorPages: Entry[] = [
	{
		route: '(desk)/desk/door/[slug]',
		title: 'the door',
		who,
		arrive: async (page, world) => {
			await neighbourIn(world);
			await door('')(page, world);
		}
	},
	{ route: part, title: 'the door, a name', who, arrive: ask(0) },
	{ route: part, title: 'the door, how to reach', who, arrive: ask(1) },
	{ route: part, title: 'the door, which group', who, arrive: ask(2) },
	{
		route: '(desk)/desk/door/[slug]/new/check',
		title: 'the door, checked',
		who,
		arrive: ask(3)
	},
	{
		route: '(desk)/desk/door/[slug]/new/check',
		title: 'the door, without a tick',
		who,
		arrive: async (page, world) => {
			await ask(3)(page, world);
			await page.getByRole('button', { name: /Meld .* aan/ }).click();
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: one,
		title: 'a neighbour without an account',
		who,
		arrive: async (page, world) => {
			const { id } = await neighbourIn(world);
			await cardOf(world.facilitator, id);
			await page.goto(`/desk/neighbours/${id}`);
		}
	},
	{ route: `${one}/change`, title: 'how to reach them', who, arrive: neighbour('/change') },
	{ route: `${one}/erase`, title: 'erasing a neighbour', who, arrive: neighbour('/erase') },
	{ route: `${one}/move`, title: 'moving a neighbour', who, arrive: neighbour('/move') },
	{ route: `${one}/card`, title: 'a card for a neighbour', who, arrive: neighbour('/card') },
	{
		route: `${one}/card`,
		title: 'the card of a neighbour',
		who,
		arrive: async (page, world) => {
			await neighbour('/card')(page, world);
			await send(page, 'Maak een kaart');
			await page.getByRole('heading', { name: /Kaart van/ }).waitFor();
		}
	},
	{
		route: `${one}/leave/[group]`,
		title: 'a neighbour who stops',
		who,
		arrive: async (page, world) => {
			const { group, id } = await neighbourIn(world);
			await page.goto(`/desk/neighbours/${id}/leave/${group.id}`);
		}
	},
	{
		route: '(open)/join/[code=invite]',
		title: 'the card of somebody without an account',
		arrive: async (page, world) => {
			const { id } = await neighbourIn(world);
			await page.goto(`/join/${await cardOf(world.facilitator, id)}`);
		}
	},
	{
		route: '(member)/meetups/[id]/for',
		title: 'answering for a neighbour',
		who,
		arrive: atMeetup(() => '')
	},
	{
		route: '(member)/meetups/[id]/for/[resident]',
		title: 'what a neighbour likes to do',
		who,
		arrive: atMeetup((id) => `/${id}`)
	},
	{
		route: '(member)/groups/[id]/move/[resident]',
		title: 'asking a member to move',
		who,
		arrive: go(({ group, member }) => `/groups/${group.id}/move/${member.residentId}`)
	},
	{
		route: '(member)/groups/[id]/day',
		title: 'the day list of a group',
		who: 'host',
		arrive: go(({ group }) => `/groups/${group.id}/day`)
	},
	{
		route: '(member)/groups/[id]/week',
		title: 'the week card',
		who: 'host',
		arrive: go(({ group }) => `/groups/${group.id}/week`)
	},
	{
		route: '(desk)/desk/day/[slug]',
		title: 'the day list',
		who,
		arrive: go(({ neighbourhood }) => `/desk/day/${neighbourhood.slug}`)
	}
];
