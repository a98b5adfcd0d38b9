import { expect, test } from 'vitest';
import { slugOf } from './slug';

test.each([
	['Lindebuurt', 'lindebuurt'],
	["'t Zand & Überkwartier", 't-zand-uberkwartier'],
	['  De   Linde -- Oost ', 'de-linde-oost'],
	['حي الزيزفون', 'buurt'],
	['Buurt '.repeat(12), 'buurt-buurt-buurt-buurt-buurt-buurt-buurt-buurt-bu']
])('%s becomes %s', (name, slug) => {
	expect(slugOf(name)).toBe(slug);
	expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});
