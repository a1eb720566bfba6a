import { setTimeout } from 'node:timers/promises';
import type { Answer } from '../model/answer';
import { hasCode, inWords } from '../smtp/answers';
import { type Credentials, mechanismFor } from '../smtp/sasl/mechanism-for';
import type { SessionOptions } from '../smtp/session-options';
import { WireSession } from '../smtp/wire-session';
import { unhurried } from '../unhurried';
import type { LoginOffer } from './target';
import { relayRefused } from './try-trusted';

/** What came of the user's login: the mechanism that let them in, or what was answered to each that was tried. */
export interface LoginTrial {
  readonly mechanism: string | undefined;
  /** Such as `PLAIN on 587: 535 5.7.8 …`: what was answered to each that does not. */
  readonly refused: readonly RefusedMechanism[];
  /** Where the user who is in may not relay: the answer, if that was tried. */
  readonly relayRefused?: string | undefined;
}

/** A mechanism that is offered and does not let the user in. */
export interface RefusedMechanism {
  readonly name: string;
  /** Such as `CRAM-MD5 on 587: 535 5.7.8 …`. */
  readonly words: string;
  readonly answer: Answer;
}

/** All of them in a line. */
export function refusedInWords(refused: readonly RefusedMechanism[]): string {
  return refused.map(({ words }) => words).join('; ');
}

interface TrialOptions {
  /** How long to wait before each further try. */
  readonly pausesMs?: readonly number[];
  /** The number by which a reader knows a port. */
  readonly nameOf?: (port: number) => number;
  /** Between which domains the user is to relay, where that is to be tried. */
  readonly relay?: Parameters<typeof relayRefused>[1] | undefined;
}

/**
 * Logs in once by each mechanism that is offered, wherever that is: the first that lets the user in is what checks use where any
 * will do, and what of one that lets nobody in is told once. A server that still makes its users is given some seconds.
 */
export async function tryLogins(
  clientAddress: (port: number) => Pick<SessionOptions, 'host' | 'port' | 'trust'>,
  logins: readonly LoginOffer[],
  credentials: Credentials,
  { pausesMs = [], nameOf = (port) => port, relay }: TrialOptions = {},
): Promise<LoginTrial> {
  for (let round = 0; ; round++) {
    const trial = await tryEach(clientAddress, logins, { credentials, nameOf, relay });
    const pause = pausesMs[round];
    if (trial.mechanism !== undefined || trial.refused.length === 0 || pause === undefined) return trial;
    await setTimeout(pause);
  }
}

async function tryEach(
  clientAddress: (port: number) => Pick<SessionOptions, 'host' | 'port' | 'trust'>,
  logins: readonly LoginOffer[],
  {
    credentials,
    nameOf,
    relay,
  }: Required<Pick<TrialOptions, 'nameOf'>> & TrialOptions & { readonly credentials: Credentials },
): Promise<LoginTrial> {
  const refused: RefusedMechanism[] = [];
  const tried = new Set<string>();
  let proven: string | undefined;
  let notRelayed: string | undefined;
  for (const { port, security, mechanisms } of byTrust(logins)) {
    for (const name of mechanisms) {
      const mechanism = mechanismFor(name, credentials);
      if (!mechanism || tried.has(name) || name === 'ANONYMOUS' || name === 'EXTERNAL') continue;
      await using session = await WireSession.open({
        ...clientAddress(port),
        title: `login by ${name} on ${port}`,
        security,
        clientName: 'survey.outside.example',
        timeoutMs: unhurried(10_000),
      });
      if (hasCode(session.opened, 220) && !session.extensions) await session.ehlo();
      if (!session.extensions) continue;
      tried.add(name);
      const answer = await session.authenticate(mechanism);
      if (hasCode(answer, 235)) {
        if (proven === undefined && relay) notRelayed = await relayRefused(session, relay);
        proven ??= name;
      } else refused.push({ name, words: `${name} on ${nameOf(port)}: ${inWords(answer)}`, answer });
    }
  }
  return { mechanism: proven, refused, relayRefused: notRelayed };
}

/** In TLS first: a password may be taken there alone. */
function byTrust(logins: readonly LoginOffer[]): readonly LoginOffer[] {
  return logins.toSorted((a, b) => Number(a.security === 'plain') - Number(b.security === 'plain'));
}
