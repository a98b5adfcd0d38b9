import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join, relative } from 'node:path';
import { createHash } from 'node:crypto';

/**
 * Makes this the one process that works on a data directory; false when another one does. The claim
 * is a socket that the system closes with the process, however it ends.
 */
export async function claim(directory: string) {
	mkdirSync(directory, { recursive: true });
	const path = socketPath(directory);
	if (await answers(path)) return false;
	if (existsSync(path)) rmSync(path);
	const server = createServer();
	await listen(server, path);
	server.unref();
	return true;
}

/** Whether a port of this machine can be listened on. */
export async function isFree(port: number, host = '127.0.0.1') {
	const server = createServer();
	try {
		await listen(server, port, host);
		return true;
	} catch {
		return false;
	} finally {
		server.close();
	}
}

// Relative, since the path of a socket may hold little more than a hundred characters.
function socketPath(directory: string) {
	if (process.platform !== 'win32') return relative(process.cwd(), join(directory, 'running.sock'));
	return `\\\\.\\pipe\\buurtplein-${createHash('sha1').update(directory).digest('hex')}`;
}

function answers(path: string) {
	return new Promise<boolean>((done) => {
		const socket = connect(path);
		socket.once('connect', () => done(true)).once('error', () => done(false));
		socket.once('connect', () => socket.destroy());
	});
}

function listen(server: Server, address: number | string, host?: string) {
	return new Promise<void>((done, fail) => {
		server.once('error', fail);
		const listening = () => done();
		if (typeof address === 'number') server.listen(address, host, listening);
		else server.listen(address, listening);
	});
}
