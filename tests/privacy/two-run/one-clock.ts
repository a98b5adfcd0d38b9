// Loaded before a server of a world: its time and its chance come from one file that all share, so
// that two worlds differ in nothing but what they hold. Knows nothing of the app.
import crypto from 'node:crypto';
import { openSync, readSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const file = openSync(process.env.TWO_RUN_CLOCK ?? '', 'r');
const buffer = Buffer.alloc(40);
let seed = '';

/** What is drawn for keys and ids, and apart from it what libraries draw for their own waiting times. */
const streams = { bytes: 0, fractions: 0 };

/** The moment that the file holds; a new seed beside it begins chance anew. */
function now() {
	readSync(file, buffer, 0, buffer.length, 0);
	const found = buffer.toString('latin1', 25).trim();
	if (found !== seed) {
		seed = found;
		streams.bytes = streams.fractions = Number(found) | 0;
	}
	return RealDate.parse(buffer.toString('latin1', 0, 24));
}

/** Mulberry32: 32 bits at a time. */
function next(stream: keyof typeof streams = 'bytes') {
	now();
	const state = (streams[stream] = (streams[stream] + 0x6d2b79f5) | 0);
	let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
	mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
	return (mixed ^ (mixed >>> 14)) >>> 0;
}

function fill<View extends ArrayBufferView | null>(view: View): View {
	if (!view) return view;
	const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
	for (let at = 0; at < bytes.length; at++) bytes[at] = next() & 255;
	return view;
}

function uuid() {
	const bytes = fill(Buffer.alloc(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	return bytes
		.toString('hex')
		.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as crypto.UUID;
}

const RealDate = Date;
RealDate.now = now;
globalThis.Date = new Proxy(RealDate, {
	construct: (target, given, newTarget) =>
		Reflect.construct(target, given.length ? given : [now()], newTarget) as Date,
	apply: () => new RealDate(now()).toString()
});
Math.random = () => next('fractions') / 2 ** 32;
Object.assign(Object.getPrototypeOf(globalThis.crypto) as object, {
	getRandomValues: fill,
	randomUUID: uuid
});
Object.assign(crypto, {
	randomUUID: uuid,
	randomFillSync: fill,
	randomInt: (least: number, most?: number) =>
		most === undefined ? next() % least : least + (next() % (most - least)),
	randomBytes: (size: number, done?: (error: null, bytes: Buffer) => void) => {
		const bytes = fill(Buffer.alloc(size));
		if (done) process.nextTick(done, null, bytes);
		return bytes;
	}
});
syncBuiltinESMExports();
