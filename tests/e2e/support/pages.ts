import { newAddress } from './database.ts';
import { draft, go, join, leaveUnsent, send, type Arrive } from './ways.ts';

type Entry = {
	route: string;
	title: string;
	who?: 'host' | 'mover' | 'facilitator';
	arrive: Arrive;
};

const group = (end: string) => go((world) => `/groups/${world.group.id}${end}`);
const meetup = (end: string) => go((world) => `/meetups/${world.group.meetups[0]}${end}`);

/** Every page, and how to come there. A test fails when a route is missing from this list. */
export const pages: Entry[] = [
	{ route: '(open)', title: 'welcome', arrive: go(() => '/') },
	{ route: '(open)/join', title: 'the code', arrive: go(() => '/join') },
	{
		route: '(open)/join',
		title: 'the code, mistyped',
		arrive: async (page) => {
			await page.goto('/join');
			await page.getByLabel('Code van acht cijfers').fill('12');
			await send(page, 'Bekijk mijn buurt');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(open)/join/[code=invite]',
		title: 'what a poster opens',
		arrive: go((world) => `/join/${world.neighbourhood.posterCode}`)
	},
	{
		route: '(open)/join/[code=invite]',
		title: 'what a personal card opens',
		arrive: go((world) => `/join/${world.card}`)
	},
	{ route: '(open)/join/[code=invite]', title: 'a wrong code', arrive: go(() => '/join/00000000') },
	{ route: '(open)/join/name', title: 'the first name', arrive: join(1) },
	{ route: '(open)/join/email', title: 'the e-mail address', arrive: join(2) },
	{ route: '(open)/join/digits', title: 'the six digits', arrive: join(3) },
	{ route: '(open)/sign-in', title: 'signing in', arrive: go(() => '/sign-in') },
	{
		route: '(open)/sign-in/digits',
		title: 'the digits for signing in',
		arrive: async (page) => {
			await page.goto('/sign-in');
			await page.getByLabel('E-mailadres').fill(newAddress());
			await send(page, 'Stuur mij een code');
			await page.getByLabel('Code van zes cijfers').waitFor();
		}
	},
	{ route: '(member)/joined', title: 'signed up', who: 'host', arrive: go(() => '/joined') },
	{ route: '(member)/today', title: 'Vandaag', who: 'host', arrive: go(() => '/today') },
	{ route: '(member)/contact', title: 'Contact', who: 'host', arrive: go(() => '/contact') },
	{ route: '(member)/me', title: 'Mijn', who: 'host', arrive: go(() => '/me') },
	{
		route: '(member)/me',
		title: 'Mijn, with a mistake and all faces',
		who: 'host',
		arrive: async (page) => {
			await page.goto('/me');
			await page.getByLabel('Voornaam').fill('');
			await send(page, 'Bewaar naam en plaatje');
			await page.getByRole('alert').waitFor();
			await page.getByText('Kies een ander plaatje').click();
		}
	},
	{
		route: '(member)/unsent',
		title: 'what was not sent yet',
		who: 'host',
		arrive: async (page, world) => {
			await leaveUnsent(page, world);
			await page.goto('/unsent');
		}
	},
	{ route: '(member)/groups', title: 'all groups', who: 'host', arrive: go(() => '/groups') },
	{ route: '(member)/groups/[id]', title: 'my group', who: 'host', arrive: group('') },
	{
		route: '(member)/groups/[id]',
		title: 'a group as a facilitator sees it',
		who: 'facilitator',
		arrive: group('')
	},
	{
		route: '(member)/groups/[id]/change',
		title: 'what to change',
		who: 'host',
		arrive: group('/change')
	},
	{
		route: '(member)/groups/[id]/change/details',
		title: 'change name and place',
		who: 'host',
		arrive: group('/change/details')
	},
	{
		route: '(member)/groups/[id]/change/moment',
		title: 'change the moment',
		who: 'host',
		arrive: group('/change/moment')
	},
	{
		route: '(member)/groups/[id]/change/chairs',
		title: 'change the chairs',
		who: 'host',
		arrive: group('/change/chairs')
	},
	{
		route: '(member)/groups/[id]/change/pause',
		title: 'rest',
		who: 'host',
		arrive: group('/change/pause')
	},
	{
		route: '(member)/groups/[id]/change/host',
		title: 'hand over',
		who: 'host',
		arrive: group('/change/host')
	},
	{
		route: '(member)/groups/new/neighbourhood',
		title: 'start: the neighbourhood',
		who: 'mover',
		arrive: go(() => '/groups/new')
	},
	{ route: '(member)/groups/new', title: 'start: the name', who: 'host', arrive: draft(0) },
	{
		route: '(member)/groups/new/moment',
		title: 'start: the moment',
		who: 'host',
		arrive: draft(1)
	},
	{ route: '(member)/groups/new/place', title: 'start: the place', who: 'host', arrive: draft(2) },
	{
		route: '(member)/groups/new/likes',
		title: 'start: what you like',
		who: 'host',
		arrive: draft(3)
	},
	{
		route: '(member)/groups/new/chairs',
		title: 'start: the chairs',
		who: 'host',
		arrive: draft(4)
	},
	{
		route: '(member)/groups/new/check',
		title: 'start: all answers',
		who: 'host',
		arrive: draft(5)
	},
	{ route: '(member)/meetups/[id]', title: 'a meetup', who: 'host', arrive: meetup('') },
	{
		route: '(member)/meetups/[id]/choose',
		title: 'Wat doen we?',
		who: 'host',
		arrive: meetup('/choose')
	},
	{
		route: '(member)/meetups/[id]/change',
		title: 'change one week',
		who: 'host',
		arrive: meetup('/change')
	},
	{
		route: '(member)/meetups/[id]/change/move',
		title: 'move one week',
		who: 'host',
		arrive: meetup('/change/move')
	},
	{
		route: '(member)/meetups/[id]/change/cancel',
		title: 'cancel one week',
		who: 'host',
		arrive: meetup('/change/cancel')
	},
	{ route: '(desk)/desk', title: 'the desk', who: 'facilitator', arrive: go(() => '/desk') }
];
