// The only script of the app: brings what was said while a conversation is open on the screen. It
// adds to the list of messages and touches nothing else, least of all the field one types in.

const OFTEN = 20_000;
const SELDOM = 60_000;
const AT_THE_END = 80;

const page = document.documentElement;
const listIn = (where: Document) => where.querySelector<HTMLElement>('#messages > ol');
let pause = OFTEN;
let timer: ReturnType<typeof setTimeout> | undefined;
let asking = false;

async function look() {
	clearTimeout(timer);
	if (document.hidden || asking) return;
	asking = true;
	const goesOn = await ask().catch(() => true);
	asking = false;
	if (goesOn) timer = setTimeout(() => void look(), pause);
}

/** False when there is nothing to wait for any more: signed out, or no conversation of mine. */
async function ask() {
	pause = Math.min(pause * 1.5, SELDOM);
	const list = listIn(document);
	const changes = `${location.pathname}/changes?after=${list?.dataset.newest}`;
	const { status, ok } = await fetch(changes, { redirect: 'manual' });
	if (status !== 200) return ok || status >= 500;
	const answer = await fetch(location.pathname);
	const fresh = listIn(new DOMParser().parseFromString(await answer.text(), 'text/html'));
	if (!list || !fresh) return false;
	const wasAtTheEnd = page.scrollHeight - innerHeight - scrollY < AT_THE_END;
	const known = (message: Element) => document.getElementById(message.id);
	// More came than one page holds: what is between would be missing without a trace.
	if (!Array.from(fresh.children).some(known)) list.replaceChildren();
	list.append(...Array.from(fresh.children).filter((message) => !known(message)));
	list.dataset.newest = fresh.dataset.newest;
	if (wasAtTheEnd) scrollTo(0, page.scrollHeight);
	pause = OFTEN;
	return true;
}

function lookNow() {
	pause = OFTEN;
	void look();
}

document.addEventListener('visibilitychange', lookNow);
addEventListener('focus', lookNow);
timer = setTimeout(() => void look(), pause);
