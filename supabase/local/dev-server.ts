import { createServer } from 'vite';

const { HOST, PORT } = process.env;
const server = await createServer({ server: { host: HOST, port: Number(PORT), strictPort: true } });
await server.listen();
process.send?.('ready');

for (const end of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
	process.once(end as 'SIGINT', () => void server.close().finally(() => process.exit(0)));
}
