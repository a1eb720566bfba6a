import type { SessionOptions } from '../../../helpers/smtp/session-options';
import { WireSession } from '../../../helpers/smtp/wire-session';

/** Connects to a server of this process, and reads its greeting: over plain text unless the test chooses otherwise. */
export function connect(
  server: { readonly port: number },
  choices: Partial<SessionOptions> = {},
): Promise<WireSession> {
  return open(server, { ehlo: false, ...choices });
}

/** The same, and says EHLO. */
export function open({ port }: { readonly port: number }, choices: Partial<SessionOptions> = {}): Promise<WireSession> {
  const usual = {
    host: '127.0.0.1',
    security: 'plain',
    title: 'test',
    clientName: 'client.example.org',
    timeoutMs: 5000,
  } as const;
  return WireSession.open({ ...usual, port, ...choices });
}
