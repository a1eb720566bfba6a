import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { composeMessage } from '../../helpers/smtp/messages';
import type { ClientJob, ClientResult } from './client';
import type { Server } from './server';

/** What a row decides of a client; the rest is the server's. */
export type ClientPlan = Pick<ClientJob, 'client' | 'warmUp' | 'count' | 'atOnce'>;

/** The mail that every client of the benchmark sends. */
export const envelope = { from: 'bench@outside.example', to: 'bench@elsewhere.example' } as const;

/** Has a client do its job in a process of its own. */
export async function spawnClient({ target }: Server, plan: ClientPlan): Promise<ClientResult> {
  const { user, password } = target.facts.user;
  const message = composeMessage({ from: envelope.from, to: [envelope.to], token: 'bench' });
  const job: ClientJob = { ...target.clientAddress('outside', 587), user, password, ...envelope, message, ...plan };
  const argv = [...process.execArgv, join(__dirname, 'client.ts'), JSON.stringify(job)];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout);
}
