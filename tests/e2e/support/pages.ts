import { workersCode } from './care.ts';
import { askContact } from './contact.ts';
import { keepService, noteNuisance, tellNuisance } from './contact-desk.ts';
import { askFor, database, newAddress, sayMoments } from './database.ts';
import { staffOf } from './matches.ts';
import { organisationPages } from './pages-organisation.ts';
import { bookingPages } from './pages-bookings.ts';
import { speakerPages } from './pages-speakers.ts';
import { doorPages } from './pages-door.ts';
import { calendarPages } from './pages-calendar.ts';
import { ask, complain, draft, go, join, leaveUnsent, propose, send, type Arrive } from './ways.ts';
import type { World } from './world.ts';

export type Entry = {
	route: string;
	title: string;
	who?: 'host' | 'mover' | 'facilitator' | 'worker' | 'administrator' | 'organiser' | 'contact';
	arrive: Arrive;
};

const group = (end: string) => go((world) => `/groups/${world.group.id}${end}`);
const plan = (end: string) => go((world) => `/me/plan/${world.plan.id}${end}`);
const ofWish = (end: string) => go(({ plan }) => `/me/plan/${plan.id}/${plan.want}${end}`);
const ofStep = (end: string) => go(({ plan }) => `/me/plan/${plan.id}/${plan.step}${end}`);
const reader = (end: string) => go((world) => `/me/circle/${world.reader}${end}`);
const support = (end: string) => go((world) => `/me/circle/${world.relation}${end}`);
const client = (end: string) => go((world) => `/clients/${world.relation}${end}`);
const talk = (end: string) => go((world) => `/me/conversations/${world.conversation}${end}`);
const neighbour = (end: string) => go((world) => `/neighbours/${world.member.residentId}/${end}`);
const meetup = (end: string) => go((world) => `/meetups/${world.group.meetups[0]}${end}`);
const contactDesk = (world: World, end: string) =>
	`/desk/contact/in/${world.neighbourhood.name.toLowerCase().replace(' ', '-')}/${end}`;
const shared = (end: string) => go((world) => `/me/help/${world.match}${end}`);

/** Every page, and how to come there. A test fails when a route is missing from this list. */
export const pages: Entry[] = [
	...bookingPages,
	...doorPages,
	...calendarPages,
	{ route: '(open)', title: 'welcome', arrive: go(() => '/') },
	{ route: '(open)/join', title: 'the code', arrive: go(() => '/join') },
	{
		route: '(open)/join',
		title: 'the code, mistyped',
		arrive: async (page) => {
			await page.goto('/join');
			await page.getByLabel('Code van acht cijfers').fill('12');
			await send(page, 'Bekijk de code');
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
	{
		route: '(open)/join/[code=invite]',
		title: 'what a supporter’s code opens',
		arrive: go((world) => `/join/${world.supportersCode}`)
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
	{
		route: '(open)/contact/[slug]',
		title: 'Contact for visitors',
		arrive: go(({ neighbourhood }) => `/contact/${neighbourhood.slug}`)
	},
	{ route: '(member)/contact', title: 'Contact', who: 'host', arrive: go(() => '/contact') },
	{
		route: '(member)/contact',
		title: 'Contact in two neighbourhoods',
		who: 'mover',
		arrive: go(() => '/contact')
	},
	{
		route: '(member)/contact/new/[part]',
		title: 'what it is about, mistyped',
		who: 'host',
		arrive: async (page) => {
			await page.goto('/contact/new');
			await send(page, 'Ga verder');
			await page.getByRole('alert').waitFor();
		}
	},
	...(
		[
			['what nuisance it is', 1],
			['how bad it is', 3],
			['what happens, with a name in it', 6],
			['the number, mistyped', 7]
		] as const
	).map(([title, steps]) => ({
		route: '(member)/contact/new/[part]',
		title,
		who: 'host' as const,
		arrive: complain(steps)
	})),
	{
		route: '(member)/contact/new/check',
		title: 'who sees what I ask',
		who: 'host',
		arrive: complain(8)
	},
	{
		route: '(member)/contact/requests/[id]',
		title: 'what I asked',
		who: 'host',
		arrive: async (page, world) => {
			await page.goto(`/contact/requests/${world.request}`);
			await page.getByText('Laat maar').click();
		}
	},
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
	{ route: '(member)/me/plan', title: 'my plan', who: 'host', arrive: go(() => '/me/plan') },
	{
		route: '(member)/me/plan',
		title: 'my plan, empty',
		who: 'facilitator',
		arrive: go(() => '/me/plan')
	},
	{
		route: '(member)/me/plan/new',
		title: 'a new plan, mistyped',
		who: 'host',
		arrive: async (page) => {
			await page.goto('/me/plan/new');
			await send(page, 'Ga verder');
			await page.getByRole('alert').waitFor();
		}
	},
	{ route: '(member)/me/plan/[id]', title: 'one plan', who: 'host', arrive: plan('') },
	{
		route: '(member)/me/plan/[id]',
		title: 'a plan that is done',
		who: 'host',
		arrive: go((world) => `/me/plan/${world.donePlan.id}`)
	},
	{
		route: '(member)/me/plan/[id]/theme',
		title: 'what a plan is about',
		who: 'host',
		arrive: plan('/theme?new')
	},
	{
		route: '(member)/me/plan/[id]/until',
		title: 'until when',
		who: 'host',
		arrive: async (page, world) => {
			await page.goto(`/me/plan/${world.plan.id}/until`);
			await page.getByLabel('Een eigen dag').check();
		}
	},
	{
		route: '(member)/me/plan/[id]/look-back',
		title: 'looking back half way',
		who: 'host',
		arrive: plan('/look-back')
	},
	{
		route: '(member)/me/plan/[id]/done',
		title: 'a plan done',
		who: 'host',
		arrive: go((world) => `/me/plan/${world.donePlan.id}/done`)
	},
	{
		route: '(member)/me/plan/[id]/add/[kind]',
		title: 'what I need',
		who: 'host',
		arrive: plan('/add/need')
	},
	{
		route: '(member)/me/plan/[id]/[sentence]',
		title: 'changing a step, and erasing it',
		who: 'host',
		arrive: async (page, { plan: { id, step } }) => {
			await page.goto(`/me/plan/${id}/${step}`);
			await page.getByText('Wis deze zin').first().click();
		}
	},
	{
		route: '(member)/me/plan/[id]/[sentence]/readers',
		title: 'who may read a sentence',
		who: 'host',
		arrive: ofWish('/readers')
	},
	{
		route: '(member)/me/plan/[id]/[sentence]/meetup',
		title: 'a step at a meetup',
		who: 'host',
		arrive: ofStep('/meetup')
	},
	{
		route: '(member)/me/balance',
		title: 'a little more, a little less',
		who: 'host',
		arrive: async (page) => {
			await page.goto('/me/balance');
			await page.getByText('Deze weken niet').click();
			await page.getByText('Vraag iemand te bellen').click();
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
	{
		route: '(member)/help',
		title: 'Buurthulp, searched',
		who: 'host',
		arrive: async (page) => {
			await page.goto('/help?kind=offer');
			await page.getByText('Zoek in Buurthulp').click();
		}
	},
	{
		route: '(member)/help',
		title: 'Buurthulp, without what was looked for',
		who: 'host',
		arrive: go(() => '/help?category=device')
	},
	{
		route: '(member)/help/new',
		title: 'help: offer or ask, mistyped',
		who: 'host',
		arrive: async (page) => {
			await page.goto('/help/new');
			await send(page, 'Ga verder');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(member)/help/new/[part]',
		title: 'help: the neighbourhood',
		who: 'mover',
		arrive: ask(1)
	},
	{ route: '(member)/help/new/[part]', title: 'help: what', who: 'host', arrive: ask(1) },
	{ route: '(member)/help/new/[part]', title: 'help: words', who: 'host', arrive: ask(2) },
	{ route: '(member)/help/new/[part]', title: 'help: when', who: 'host', arrive: ask(3) },
	{ route: '(member)/help/new/[part]', title: 'help: who', who: 'host', arrive: ask(4) },
	{ route: '(member)/help/new/check', title: 'help: all answers', who: 'host', arrive: ask(5) },
	{
		route: '(member)/help/new/ask',
		title: 'somebody asks for me, mistyped',
		who: 'mover',
		arrive: async (page) => {
			await page.goto('/help/new/ask');
			await page.getByLabel('Op welk nummer kunnen we je bellen?').fill('geen');
			await send(page, 'Ja, vraag het voor mij');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(member)/help/[id]',
		title: 'what I ask, with an answer',
		who: 'host',
		arrive: async (page, world) => {
			await page.goto(`/help/${world.asked}`);
			await page.getByText('Voelt dit niet goed?').click();
		}
	},
	{
		route: '(member)/help/[id]',
		title: 'what a neighbour offers',
		who: 'host',
		arrive: go((world) => `/help/${world.offered}`)
	},
	{
		route: '(member)/help/[id]',
		title: 'what staff wrote for me',
		who: 'host',
		arrive: go((world) => `/help/${world.proposed}`)
	},
	{
		route: '(member)/help/[id]/change',
		title: 'changing what I ask',
		who: 'host',
		arrive: async (page, world) => {
			await page.goto(`/help/${world.asked}/change`);
			await page.getByText('Haal dit weg').click();
		}
	},
	{
		route: '(member)/help/[id]/change/[part]',
		title: 'changing who sees what I ask',
		who: 'host',
		arrive: go((world) => `/help/${world.asked}/change/who`)
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
	{ route: '(member)/me/data', title: 'my data', who: 'host', arrive: go(() => '/me/data') },
	{
		route: '(member)/me/data/looks',
		title: 'who looked at my data',
		who: 'host',
		arrive: go(() => '/me/data/looks')
	},
	{
		route: '(member)/me/data/stop',
		title: 'stopping',
		who: 'mover',
		arrive: go(() => '/me/data/stop')
	},
	{ route: '(member)/me/circle', title: 'my circle', who: 'host', arrive: go(() => '/me/circle') },
	{
		route: '(member)/me/circle/ask',
		title: 'asking a neighbour, mistyped',
		who: 'host',
		arrive: async (page) => {
			await page.goto('/me/circle/ask');
			await send(page, 'Stuur mijn vraag');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(member)/me/circle/someone',
		title: 'asking somebody else',
		who: 'host',
		arrive: go(() => '/me/circle/someone')
	},
	{
		route: '(member)/me/circle/someone',
		title: 'a code for somebody else',
		who: 'host',
		arrive: async (page) => {
			await page.goto('/me/circle/someone');
			await page.getByLabel('Naam').fill('Mijn zus');
			await send(page, 'Maak een code');
			await page.locator('.code').waitFor();
		}
	},
	{
		route: '(member)/me/circle/code',
		title: 'a code for the circle',
		who: 'host',
		arrive: go(() => '/me/circle/code')
	},
	{
		route: '(member)/me/circle/code/[code=invite]',
		title: 'what a code of a worker means',
		who: 'host',
		arrive: async (page, { administrator, worker }) => {
			await page.goto(`/me/circle/code/${await workersCode(administrator, worker)}`);
		}
	},
	{
		route: '(member)/me/circle/code/[code=invite]',
		title: 'what a supporter’s code means',
		who: 'host',
		arrive: go((world) => `/me/circle/code/${world.supportersCode}`)
	},
	{
		route: '(member)/me/circle/[reader]',
		title: 'what a supporter sees',
		who: 'host',
		arrive: reader('')
	},
	{
		route: '(member)/me/circle/[reader]',
		title: 'what a worker sees',
		who: 'host',
		arrive: support('')
	},
	{
		route: '(member)/me/circle/[reader]/stop',
		title: 'taking a supporter out',
		who: 'host',
		arrive: reader('/stop')
	},
	{
		route: '(member)/me/circle/[reader]/stop',
		title: 'stopping support',
		who: 'host',
		arrive: support('/stop')
	},
	{
		route: '(member)/me/circle/for/[id]',
		title: 'whom I support',
		who: 'host',
		arrive: go((world) => `/me/circle/for/${world.supported}`)
	},
	{
		route: '(member)/me/circle/for/[id]/propose',
		title: 'proposing a sentence to whom I support',
		who: 'host',
		arrive: go((world) => `/me/circle/for/${world.supported}/propose`)
	},
	{
		route: '(member)/me/circle/for/[id]/stop',
		title: 'stopping as a supporter',
		who: 'host',
		arrive: go((world) => `/me/circle/for/${world.supported}/stop`)
	},
	{
		route: '(member)/me/conversations',
		title: 'my conversations',
		who: 'host',
		arrive: go(() => '/me/conversations')
	},
	{
		route: '(member)/me/conversations/[id]',
		title: 'a conversation, with a mistake and all that one can do',
		who: 'host',
		arrive: async (page, { conversation }) => {
			await page.goto(`/me/conversations/${conversation}`);
			await send(page, 'Stuur mijn bericht');
			await page.getByRole('alert').waitFor();
			await page.getByText('Stil zetten, weggaan').click();
		}
	},
	{
		route: '(member)/me/conversations/[id]',
		title: 'a conversation that is over',
		who: 'host',
		arrive: go((world) => `/me/conversations/${world.over}`)
	},
	{
		route: '(member)/me/conversations/[id]/leave',
		title: 'leaving a conversation',
		who: 'host',
		arrive: talk('/leave')
	},
	{
		route: '(member)/me/conversations/[id]/report',
		title: 'what to report of a conversation',
		who: 'host',
		arrive: talk('/report')
	},
	{
		route: '(member)/neighbours/[residentId]/block',
		title: 'blocking a neighbour',
		who: 'host',
		arrive: neighbour('block')
	},
	{
		route: '(member)/neighbours/[residentId]/report',
		title: 'reporting a neighbour',
		who: 'host',
		arrive: neighbour('report')
	},
	{ route: '(desk)/clients', title: 'the clients', who: 'worker', arrive: go(() => '/clients') },
	{ route: '(desk)/clients/[id]', title: 'one client', who: 'worker', arrive: client('') },
	{
		route: '(desk)/clients/[id]/propose',
		title: 'proposing a sentence to a client',
		who: 'worker',
		arrive: client('/propose')
	},
	{
		// The embedded backend has no second factor and waives it, so this leads on.
		route: '(desk)/second-factor',
		title: 'the second factor, waived',
		who: 'worker',
		arrive: go(() => '/second-factor?next=/clients')
	},
	{
		route: '(desk)/relations',
		title: 'who supports whom',
		who: 'administrator',
		arrive: go(() => '/relations')
	},
	{
		route: '(desk)/relations/[id]/end',
		title: 'ending support',
		who: 'administrator',
		arrive: go((world) => `/relations/${world.relation}/end`)
	},
	{
		route: '(desk)/relations/worker/[id]/code',
		title: 'a code for a client',
		who: 'administrator',
		arrive: async (page, { worker }) => {
			await page.goto(`/relations/worker/${worker.id}/code`);
			await send(page, 'Maak de code');
			await page.locator('.code').waitFor();
		}
	},
	{
		route: '(desk)/relations/worker/[id]/replace',
		title: 'another worker',
		who: 'administrator',
		arrive: async (page, { worker }) => {
			await page.goto(`/relations/worker/${worker.id}/replace`);
			await page.getByLabel('Ruben').check();
			await send(page, 'Ga verder');
			await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
		}
	},
	...speakerPages,
	{ route: '(member)/me/help', title: 'my help', who: 'host', arrive: go(() => '/me/help') },
	{
		route: '(member)/me/help',
		title: 'my help, empty',
		who: 'facilitator',
		arrive: go(() => '/me/help')
	},
	{
		route: '(member)/me/help/appeal/[report]',
		title: 'not agreeing with what was decided',
		who: 'host',
		arrive: go((world) => `/me/help/appeal/${world.report}`)
	},
	{
		route: '(member)/me/help/[match]',
		title: 'help every week',
		who: 'host',
		arrive: shared('')
	},
	{
		route: '(member)/me/help/[match]',
		title: 'help for the first time',
		who: 'host',
		arrive: go((world) => `/me/help/${world.begun}`)
	},
	{
		route: '(member)/me/help/[match]',
		title: 'minding children',
		who: 'host',
		arrive: go((world) => `/me/help/${world.minding}`)
	},
	{
		route: '(member)/me/help/[match]/how',
		title: 'how the help was, mistyped',
		who: 'host',
		arrive: async (page, world) => {
			await page.goto(`/me/help/${world.match}/how`);
			await page.getByLabel(/Wil je er iets bij zeggen/).fill('x'.repeat(281));
			await send(page, 'Ga verder');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(member)/me/help/[match]/safe',
		title: 'whether it felt safe',
		who: 'host',
		arrive: shared('/safe')
	},
	{
		route: '(member)/me/help/[match]/call',
		title: 'when it did not feel safe',
		who: 'host',
		arrive: go((world) => `/me/help/${world.unsafe}/call`)
	},
	{
		route: '(member)/me/help/[match]/thanks',
		title: 'saying thanks',
		who: 'host',
		arrive: shared('/thanks')
	},
	{
		route: '(member)/me/help/[match]/enjoy',
		title: 'what somebody would enjoy',
		who: 'host',
		arrive: shared('/enjoy')
	},
	{
		route: '(desk)/desk/help',
		title: 'the desk of help',
		who: 'contact',
		arrive: async (page) => {
			await page.goto('/desk/help');
			await page.getByText('Meldingen waar je iets mee deed').click();
		}
	},
	{
		route: '(desk)/desk/help',
		title: 'the desk of help of a facilitator',
		who: 'facilitator',
		arrive: async (page) => {
			await page.goto('/desk/help');
			await page.getByText('Schrijf voor een andere buur').click();
		}
	},
	{
		route: '(desk)/desk/help/reports/[report]',
		title: 'a report',
		who: 'contact',
		arrive: go((world) => `/desk/help/reports/${world.report}`)
	},
	{
		route: '(desk)/desk/help/for/[resident]/[part]',
		title: 'writing for somebody: when',
		who: 'contact',
		arrive: propose(3)
	},
	{
		route: '(desk)/desk/help/for/[resident]/check',
		title: 'writing for somebody: all answers',
		who: 'contact',
		arrive: propose(4)
	},
	{
		route: '(open)/contact/[slug]/kept',
		title: 'Contact without internet',
		arrive: go((world) => `/contact/${world.neighbourhood.slug}/kept`)
	},
	{
		route: '(open)/contact/[slug]/card',
		title: 'the card for the fridge',
		arrive: go((world) => `/contact/${world.neighbourhood.slug}/card`)
	},
	{
		route: '(desk)/desk/paper/[slug]',
		title: 'posters',
		who: 'contact',
		arrive: go((world) => `/desk/paper/${world.neighbourhood.slug}`)
	},
	{
		route: '(desk)/desk/paper/[slug]',
		title: 'a poster',
		who: 'contact',
		arrive: async (page, world) => {
			await page.goto(`/desk/paper/${world.neighbourhood.slug}`);
			await send(page, 'Maak een poster');
		}
	},
	{
		route: '(desk)/desk/contact',
		title: 'the desk of contact',
		who: 'contact',
		arrive: async (page, { contact, host, member, neighbourhood }) => {
			await askContact(host);
			await noteNuisance(contact, neighbourhood);
			await database()`
				update public.contact_requests set state = 'waiting', promised_at = now() - interval '1 day'
				where id = ${await askContact(member)}
			`;
			await page.goto('/desk/contact');
		}
	},
	{
		route: '(desk)/desk/contact/[request]',
		title: 'what somebody asks, mistyped',
		who: 'contact',
		arrive: async (page, { host, neighbourhood }) => {
			await staffOf(neighbourhood, 'stand_in');
			const words = 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(3);
			await page.goto(`/desk/contact/${await askContact(host, words)}`);
			await page.getByText('Afspreken').click();
			await send(page, 'Spreek dit af');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(desk)/desk/contact/[request]',
		title: 'nuisance that somebody tells, agreed on',
		who: 'contact',
		arrive: async (page, { host }) => {
			await page.goto(`/desk/contact/${await tellNuisance(host)}`);
			await page.getByLabel(/Wil je er iets bij zeggen/).fill('مرحبا, ik kom even langs.');
			await send(page, 'Ik doe hier vandaag iets mee');
			await page.getByRole('status').waitFor();
		}
	},
	{
		route: '(desk)/desk/contact/in/[neighbourhood]/nuisance',
		title: 'nuisance told by telephone, mistyped',
		who: 'contact',
		arrive: async (page, world) => {
			await page.goto(contactDesk(world, 'nuisance'));
			await send(page, 'Bewaar dit');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(desk)/desk/contact/in/[neighbourhood]/hours',
		title: 'when the contact person is there, mistyped',
		who: 'contact',
		arrive: async (page, world) => {
			await page.goto(contactDesk(world, 'hours'));
			await page.getByText('Mijn vaste uren').click();
			await page.getByRole('group', { name: 'dinsdag' }).getByLabel('Tot').selectOption('Niet');
			await send(page, 'Bewaar mijn uren');
			await page.getByRole('alert').waitFor();
			await page.getByText('Ik ben er een of meer dagen niet').click();
		}
	},
	{
		route: '(desk)/desk/contact/in/[neighbourhood]/hours',
		title: 'when the contact person is away',
		who: 'contact',
		arrive: async (page, world) => {
			await page.goto(contactDesk(world, 'hours'));
			await page.getByText('Ik ben er een of meer dagen niet').click();
			const day = new Date(Date.now() + 864e6).toISOString().slice(0, 10);
			await page.getByLabel('Eerste dag').fill(day);
			await page.getByLabel(/Laatste dag/).fill(day);
			await send(page, 'Bewaar deze dagen');
			await page
				.getByRole('button', { name: /Ik ben er wel/ })
				.first()
				.waitFor();
		}
	},
	{
		route: '(desk)/desk/contact/in/[neighbourhood]/services',
		title: 'who does what, for who keeps it',
		who: 'contact',
		arrive: async (page, world) => {
			await keepService(world.contact, world.neighbourhood, 'Lindebloesemgemeenschapscentrum');
			await page.goto(contactDesk(world, 'services'));
		}
	},
	{
		route: '(desk)/desk/contact/in/[neighbourhood]/services/[service]',
		title: 'changing who does what',
		who: 'contact',
		arrive: async (page, world) => {
			const id = await keepService(world.contact, world.neighbourhood, 'De Linde');
			await page.goto(contactDesk(world, `services/${id}`));
			await page.getByText('Haal dit weg').click();
		}
	},
	{
		route: '(desk)/desk/contact/in/[neighbourhood]/services/[service]',
		title: 'adding who does what, mistyped',
		who: 'contact',
		arrive: async (page, world) => {
			await page.goto(contactDesk(world, 'services/new'));
			await send(page, 'Bewaar dit');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(desk)/desk/contact/in/[neighbourhood]/counts',
		title: 'how often something was asked',
		who: 'contact',
		arrive: async (page, world) => {
			await database()`
				insert into public.contact_counts (neighbourhood_id, month, topic, nuisance, times)
				values (${world.neighbourhood.id}, date_trunc('month', now())::date, 'nuisance', 'smell', 12)
				on conflict do nothing
			`;
			await page.goto(contactDesk(world, 'counts'));
		}
	},
	{ route: '(desk)/desk', title: 'the desk', who: 'facilitator', arrive: go(() => '/desk') },
	{
		route: '(desk)/desk/new-group/[slug]',
		title: 'when a second group can meet',
		who: 'facilitator',
		arrive: async (page, { group, mover, neighbourhood }) => {
			await askFor(group, mover);
			await sayMoments(mover, '2-morning', '4-evening');
			await page.goto(`/desk/new-group/${neighbourhood.slug}`);
		}
	},
	{
		route: '(desk)/desk/new-group/[slug]/[moment]',
		title: 'a second group, mistyped',
		who: 'facilitator',
		arrive: async (page, { group, mover, neighbourhood }) => {
			await askFor(group, mover);
			await page.goto(`/desk/new-group/${neighbourhood.slug}/2-morning`);
			await send(page, 'Begin dit groepje');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(member)/groups/when',
		title: 'when I can',
		who: 'mover',
		arrive: async (page, { group, mover }) => {
			await askFor(group, mover);
			await page.goto('/groups/when');
		}
	},
	...organisationPages
];
