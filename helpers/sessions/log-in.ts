import type { Answer } from '../model/answer';
import { type Credentials, mechanismFor } from '../smtp/sasl/mechanism-for';
import type { WireSession } from '../smtp/wire-session';

/** Logs in by the mechanism of this name; the final answer. Throws for a mechanism that this client does not speak. */
export async function logIn(session: WireSession, mechanism: string, credentials: Credentials): Promise<Answer> {
  const exchange = mechanismFor(mechanism, credentials);
  if (!exchange) throw new TypeError(`this client knows no mechanism ${mechanism}`);
  return session.authenticate(exchange);
}

/** The first of the mechanisms by which this client can log in as a user. */
export function firstSpoken(mechanisms: readonly string[], credentials: Credentials): string | undefined {
  return mechanisms.find((name) => !namesNobody.has(name) && mechanismFor(name, credentials) !== undefined);
}

// EXTERNAL asks for a certificate, which this client has none of; ANONYMOUS is nobody's login.
const namesNobody = new Set(['EXTERNAL', 'ANONYMOUS']);
