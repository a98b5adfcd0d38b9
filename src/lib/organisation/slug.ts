const LONGEST = 50;

/** What a name becomes in an address: letters without marks, digits, dashes. */
export function slugOf(name: string) {
	const slug = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST)
		.replace(/^-+|-+$/g, '');
	return slug || 'buurt';
}
