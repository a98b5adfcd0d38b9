import { loadActs } from '$lib/organisation/organisation.server';
import { describeAct } from '$lib/organisation/words.server';
import { m } from '$lib/paraglide/messages';

export async function load(event) {
	const acts = (await loadActs(event)).map(describeAct);
	const days = Map.groupBy(acts, ({ day }) => day);
	return {
		title: m.organisation_acts(),
		days: [...days].map(([day, lines]) => ({
			day,
			lines: lines.map(({ words }) => words)
		}))
	};
}
