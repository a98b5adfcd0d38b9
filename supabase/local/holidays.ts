import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, formatISO } from 'date-fns';
import { gregorianEaster } from 'date-easter';

const file = join(import.meta.dirname, '../migrations/20261124100000_holidays.sql');
const [FIRST, LAST] = [2026, 2050];

/**
 * Days of a year on which nearly everybody in the Netherlands is off, as local dates: those of article
 * 3 of the Algemene termijnenwet without Good Friday, and Liberation Day once in five years.
 */
export function dutchHolidays(year: number): { on: string; name: string }[] {
	const easter = gregorianEaster(year);
	const fixed = (month: number, day: number) => new Date(year, month - 1, day);
	const fromEaster = (days: number) => addDays(fixed(easter.month, easter.day), days);
	const birthday = fixed(4, 27);
	const days: [Date, string][] = [
		[fixed(1, 1), 'Nieuwjaarsdag'],
		[fromEaster(0), 'Eerste Paasdag'],
		[fromEaster(1), 'Tweede Paasdag'],
		[birthday.getDay() === 0 ? addDays(birthday, -1) : birthday, 'Koningsdag'],
		[fromEaster(39), 'Hemelvaartsdag'],
		[fromEaster(49), 'Eerste Pinksterdag'],
		[fromEaster(50), 'Tweede Pinksterdag'],
		[fixed(12, 25), 'Eerste Kerstdag'],
		[fixed(12, 26), 'Tweede Kerstdag']
	];
	if (year % 5 === 0) days.push([fixed(5, 5), 'Bevrijdingsdag']);
	return days.map(([day, name]) => ({ on: formatISO(day, { representation: 'date' }), name }));
}

/** The migration that holds these days for twenty-five years; the next years come in a later one. */
export function holidaysMigration() {
	const rows = new Map<string, string>();
	for (let year = FIRST; year <= LAST; year++) {
		// Ascension Day may be Liberation Day too.
		for (const { on, name } of dutchHolidays(year)) rows.set(on, rows.get(on) ?? name);
	}
	const values = [...rows].sort().map(([on, name]) => `\t('${on}', '${name}')`);
	return `-- Days on which nearly everybody is off: made by supabase/local/holidays.ts.

create table private.public_holidays (
	on_date date primary key,
	name text not null
);
alter table private.public_holidays enable row level security;
alter table private.public_holidays force row level security;
comment on table private.public_holidays is
	'Days on which nearly everybody in the Netherlands is off. Ground: no personal data. Term: as long as the installation.';

insert into private.public_holidays (on_date, name) values
${values.join(',\n')};
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(file, holidaysMigration());

/** What the migration in the repository says. */
export const readHolidaysMigration = () => readFileSync(file, 'utf8');
