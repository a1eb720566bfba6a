import { setTimeout } from 'node:timers/promises';
import { hasCode, inWords } from '../smtp/answers';
import { type Credentials, mechanismFor } from '../smtp/sasl/mechanism-for';
import { WireSession } from '../smtp/wire-session';
import type { LoginOffer, Target } from './target';

/** What came of the user's login: the mechanism that let them in, or what was answered to each that was tried. */
export interface LoginTrial {
  readonly mechanism: string | undefined;
  /** Such as `PLAIN on 587: 535 5.7.8 …`; those that let nobody in, where another one does. */
  readonly refused: readonly string[];
}

/**
 * Logs in once by each mechanism that is offered until one lets the user in: what checks then use where any will do. A server
 * that still makes its users is given some seconds.
 */
export async function tryLogins(
  clientAddress: (port: number) => ReturnType<Target['clientAddress']>,
  logins: readonly LoginOffer[],
  credentials: Credentials,
  pausesMs: readonly number[] = [],
): Promise<LoginTrial> {
  for (let round = 0; ; round++) {
    const trial = await tryEach(clientAddress, logins, credentials);
    const pause = pausesMs[round];
    if (trial.mechanism !== undefined || trial.refused.length === 0 || pause === undefined) return trial;
    await setTimeout(pause);
  }
}

async function tryEach(
  clientAddress: (port: number) => ReturnType<Target['clientAddress']>,
  logins: readonly LoginOffer[],
  credentials: Credentials,
): Promise<LoginTrial> {
  const refused: string[] = [];
  for (const { port, security, mechanisms } of byTrust(logins)) {
    for (const name of mechanisms) {
      const mechanism = mechanismFor(name, credentials);
      if (!mechanism || name === 'ANONYMOUS' || name === 'EXTERNAL') continue;
      await using session = await WireSession.open({
        ...clientAddress(port),
        title: `login by ${name} on ${port}`,
        security,
        clientName: 'survey.outside.example',
        timeoutMs: 10_000,
      });
      if (hasCode(session.opened, 220) && !session.extensions) await session.ehlo();
      if (!session.extensions) continue;
      const answer = await session.authenticate(mechanism);
      if (hasCode(answer, 235)) return { mechanism: name, refused };
      refused.push(`${name} on ${port}: ${inWords(answer)}`);
    }
  }
  return { mechanism: undefined, refused };
}

/** In TLS first: a password may be taken there alone. */
function byTrust(logins: readonly LoginOffer[]): readonly LoginOffer[] {
  return logins.toSorted((a, b) => Number(a.security === 'plain') - Number(b.security === 'plain'));
}
