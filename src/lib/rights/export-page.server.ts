import { timeWords, weekdayWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { MyExport } from './export.server';
import { choiceWords, labels, sections } from './export-words.server';

type Row = Record<string, unknown>;

const style = `
	body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 sans-serif;
		color: #1f2b27; background: #fffdf8; overflow-wrap: anywhere; }
	h2 { margin: 2.5rem 0 0.5rem; font-size: 1.3rem; }
	dl { margin: 0 0 1rem; padding: 0.75rem 1rem; border: 1px solid #e8d9be; border-radius: 0.75rem; }
	dt { color: #424b46; font-size: 0.9rem; }
	dd { margin: 0 0 0.5rem; }`;

/** The download as one page to read, without anything from elsewhere. */
export function exportPage(everything: MyExport) {
	const parts = sections.map(([path, title]) => {
		const rows = rowsAt(everything, path).map(describe).filter(Boolean);
		return `<h2>${escape(title())}</h2>\n${rows.join('\n') || `<p>${escape(m.data_export_nothing())}</p>`}`;
	});
	const title = escape(m.data_export_title());
	return `<!doctype html>
<html lang="${getLocale()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}
</style>
</head>
<body>
<h1>${title}</h1>
<p>${escape(m.data_export_made({ moment: momentWords(everything.madeAt) }))}</p>
<p>${escape(m.data_export_intro())} ${escape(m.data_export_left_out())}</p>
${parts.join('\n')}
</body>
</html>
`;
}

function rowsAt(everything: MyExport, path: string) {
	const [first = '', second] = path.split('.');
	const found = everything[first] as Row[] | Record<string, Row[]> | undefined;
	return (second ? (found as Record<string, Row[]>)?.[second] : (found as Row[])) ?? [];
}

function describe(row: Row) {
	const lines = Object.entries(labels)
		.map(([field, label]) => [label(), valueWords(field, row[field])] as const)
		.filter(([, value]) => value !== '')
		.map(([label, value]) => `<dt>${escape(label)}</dt><dd dir="auto">${escape(value)}</dd>`);
	return lines.length && `<dl>${lines.join('')}</dl>`;
}

function valueWords(field: string, value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? m.data_yes() : m.data_no();
	if (field === 'weekday') return weekdayWords(Number(value));
	if (typeof value === 'object') return Object.keys(value).length ? JSON.stringify(value) : '';
	const text = String(value);
	if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return momentWords(text);
	if (/^\d{4}-\d\d-\d\d$/.test(text)) return momentWords(text, true);
	if (/^\d\d:\d\d:\d\d$/.test(text)) return timeWords(text.slice(0, 5));
	return choiceWords(field, text) ?? text;
}

function momentWords(moment: string, dayOnly = false) {
	return new Intl.DateTimeFormat(getLocale() === 'nl' ? 'nl-NL' : 'en-GB', {
		dateStyle: 'full',
		...(dayOnly ? { timeZone: 'UTC' } : { timeStyle: 'short', timeZone: 'Europe/Amsterdam' })
	}).format(new Date(moment));
}

const escape = (text: string) =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
