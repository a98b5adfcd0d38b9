import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * PostgreSQL refuses to run as root, so it runs as the system user `postgres`, who must be able to
 * walk to its programs and its data, also in a folder that is root's alone such as /root.
 */
export function letPostgresReach(directory: string) {
	mkdirSync(dirname(directory), { recursive: true });
	const programs = dirname(import.meta.dirname);
	for (const start of [dirname(directory), programs]) {
		for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
			const { mode, uid, gid } = statSync(folder);
			if (mode & 0o001 || (mode & 0o010 && gid === postgresGroup())) continue;
			if (mode & 0o070) {
				throw new Error(`The user "postgres" cannot enter ${folder}. Run: chmod o+x ${folder}`);
			}
			chownSync(folder, uid, postgresGroup());
			chmodSync(folder, (mode & 0o7777) | 0o010);
		}
	}
}

function postgresGroup() {
	const id = () => Number(execFileSync('id', ['-g', 'postgres'], { stdio: 'pipe' }));
	try {
		return id();
	} catch {
		execFileSync('groupadd', ['postgres']);
		execFileSync('useradd', ['-g', 'postgres', 'postgres']);
		return id();
	}
}
