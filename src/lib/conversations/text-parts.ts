/** A piece of what somebody wrote; with `href` it can be tapped, with `host` it leads to that site. */
export type Part = { text: string; href?: string; host?: string };

const SITE = /(?<![\p{L}\p{N}_@./-])(?:https?:\/\/|www\.)[^\s<>"'`\\^{|}]+/iu;
/** As the Dutch write them: 06, an area code or 0800, or from abroad; a date is none. */
const TELEPHONE = new RegExp(
	String.raw`(?<![\p{L}\p{N}_+@./-])(?!\d\d-\d\d-\d{4})(?:` +
		[
			String.raw`06(?: ?- ?| )?\d(?:[ -]?\d){7}`,
			String.raw`0[1-57-9]\d{1,2}(?: ?- ?| )?\d(?:[ -]?\d){5,6}`,
			String.raw`0[89]0[0-9](?: ?- ?| )?\d{4}`,
			String.raw`(?:\+|00)31[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]?\d){8}`
		].join('|') +
		String.raw`)(?![\p{L}\p{N}_@]|[ -]\d|\.\d)`,
	'u'
);
const TAPPABLE = new RegExp(`(?<site>${SITE.source})|(?<telephone>${TELEPHONE.source})`, 'giu');

/**
 * Cuts what somebody wrote into plain text, links and telephone numbers. Put together again the
 * pieces are that very text. Only addresses of sites become links, never one with a name or password.
 */
export function textParts(text: string): Part[] {
	const parts: Part[] = [];
	let done = 0;
	for (const { 0: found, index, groups } of text.matchAll(TAPPABLE)) {
		const part = groups?.site ? site(found) : telephone(found);
		if (!part) continue;
		if (index > done) parts.push({ text: text.slice(done, index) });
		parts.push(part);
		done = index + part.text.length;
	}
	if (done < text.length) parts.push({ text: text.slice(done) });
	return parts;
}

function site(found: string): Part | null {
	const text = withoutEnd(found);
	const url = URL.parse(/^www\./i.test(text) ? `https://${text}` : text);
	if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
	return /\.\p{L}/u.test(url.hostname) ? { text, href: url.href, host: url.host } : null;
}

/** Full stops and brackets after an address belong to the sentence around it. */
function withoutEnd(found: string) {
	let text = found.replace(/[.,;:!?*_~…’”»]+$/u, '');
	while (/[)\]]$/.test(text) && !/[([]/.test(text)) text = text.slice(0, -1);
	return text;
}

function telephone(text: string): Part | null {
	const digits = text.replace('(0)', '').replace(/[^\d+]/g, '');
	const national = digits.replace(/^(?:\+|00)31/, '0');
	const whole = national.length === 10 || /^0[89]0\d{5}$/.test(national);
	return whole ? { text, href: `tel:${digits}` } : null;
}
