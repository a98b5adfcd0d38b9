// Lets the worker of the app keep whom to call in the neighbourhoods that this page names.
const paths = document.querySelector<HTMLElement>('[data-keep]')?.dataset.keep?.split(' ') ?? [];

async function keepContact() {
	// Built it is one script, which also telephones without workers of modules take.
	const type = import.meta.env.DEV ? 'module' : 'classic';
	await navigator.serviceWorker.register('/service-worker.js', { type });
	const { active } = await navigator.serviceWorker.ready;
	const { lang } = document.documentElement;
	for (const path of paths) active?.postMessage({ path, lang });
}

if ('serviceWorker' in navigator) void keepContact();
