import type { Message } from './mail-sink.ts';

/** The mailbox as one plain page: every message in full, newest first, nothing of it as markup. */
export function mailboxPage(messages: Message[]) {
	const body = messages.map(article).join('\n') || '<p>Er is nog geen mail.</p>';
	return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mail van Buurtplein</title>
<style>
	:root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif; }
	body { margin: 0 auto; max-width: 42rem; padding: 1rem; }
	article { border-block-start: 1px solid; padding-block: 1rem; overflow-wrap: anywhere; }
	h2 { margin: 0; font-size: 1.2rem; }
	pre { font: inherit; white-space: pre-wrap; }
</style>
</head>
<body>
<h1>Mail van Buurtplein</h1>
<p>Hier zie je alle mail van deze proefopstelling. Laad de pagina opnieuw voor de nieuwste.</p>
${body}
</body>
</html>`;
}

function article({ To, Subject, Date: date, Text }: Message) {
	const at = new Date(date).toLocaleString('nl-NL', { dateStyle: 'full', timeStyle: 'medium' });
	const people = To.map(({ Address }) => Address).join(', ');
	return `<article>
<h2>${escape(Subject)}</h2>
<p>Aan ${escape(people)}, ${escape(at)}</p>
<pre>${escape(Text)}</pre>
</article>`;
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

function escape(text: string) {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
