// One world's Supabase Lite, in a process of its own.
import { readFileSync } from 'node:fs';
import { openBackend } from '../../../supabase/local/backend.ts';
import type { Keys } from '../../../supabase/local/keys.ts';

const { DATABASE_URL = '', KEYS = '', PORT = '', SMTP_PORT = '' } = process.env;
const backend = await openBackend(DATABASE_URL, JSON.parse(readFileSync(KEYS, 'utf8')) as Keys);
const served = await backend.serve({ port: Number(PORT), smtpPort: Number(SMTP_PORT) });
// What Lite says of every refusal takes as long as the refusal itself.
console.error = () => {};
process.once('SIGTERM', () => void served.stop().finally(() => process.exit(0)));
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
