/** @import { IncomingMessage, ServerResponse } from 'node:http' */
import compression from 'compression';
import { createServer } from 'node:http';

const { HOST = '0.0.0.0', PORT = '3000' } = process.env;
const LAST_ANSWERS_MS = 5000;

// Without a fixed origin, links and the check on form posts follow the address in the request, which
// is plain HTTP unless a proxy says otherwise: behind one, set ORIGIN or PROTOCOL_HEADER.
const plain = !process.env.ORIGIN && !process.env.PROTOCOL_HEADER;
if (plain) process.env.PROTOCOL_HEADER = 'x-own-protocol';
// A list of ten thousand speakers goes in; every other form is held to less by its action.
process.env.BODY_SIZE_LIMIT ??= '6M';
const built = new URL('../build/handler.js', import.meta.url).href;
/** @type {{ handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void }} */
const { handler } = await import(built);

// The adapter compresses files, never pages: a list of twenty is 1.9 kB instead of 15.6.
const compress =
	/** @type {(request: IncomingMessage, response: ServerResponse, next: () => void) => void} */ (
		/** @type {unknown} */ (compression())
	);

const server = createServer((request, response) => {
	if (plain) request.headers['x-own-protocol'] = 'http';
	compress(request, response, () =>
		handler(request, response, () => response.writeHead(404).end())
	);
});

/** @param {NodeJS.ErrnoException} error */
function refuse(error) {
	console.error(
		error.code === 'EADDRINUSE'
			? `Port ${PORT} is taken. Choose another one: PORT=3001 npm start`
			: error.message
	);
	process.exit(1);
}

function stop() {
	server.close(() => process.exit(0));
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
}

server.once('error', refuse);
server.listen(Number(PORT), HOST, () => process.send?.('ready'));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
process.once('disconnect', stop);
