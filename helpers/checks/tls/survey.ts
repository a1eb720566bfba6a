import { X509Certificate } from 'node:crypto';
import type { ServicePort } from '../../model/vantage';
import type { Route } from '../../sessions/route';
import { routeInWords } from '../../sessions/route';
import { askTls } from '../../smtp/ask-tls';
import { type ClientHello, type HelloAnswer, type TlsVersion, tlsVersions } from '../../smtp/tls-hello';
import type { Target, TargetFacts } from '../../targets/target';
import { unhurried } from '../../unhurried';
import { anonymousCiphers, usualCiphers, weakCiphers } from './cipher-suites';

/** How a port does TLS, as seen by its answers to the first message of clients that can do little. */
export interface TlsSeen {
  readonly role: ServicePort['role'];
  /** Such as `outside → 587, starttls`. */
  readonly words: string;
  readonly versions: readonly TlsVersion[];
  /** What is wrong with ciphers that it takes, such as `RC4`. */
  readonly weak: readonly string[];
  readonly takesAnonymous: boolean;
  /** The cipher that it picks for a client of today before TLS 1.3; undefined where it has nothing before. */
  readonly picked: number | undefined;
  readonly secureRenegotiation: boolean;
  /** The server's own first; empty where TLS 1.3 alone is spoken, which hides them. */
  readonly certificates: readonly X509Certificate[];
  /** How a client is answered who asks for a name that the server has not. */
  readonly unknownName: string;
}

/** A way to the server that ends in TLS. */
interface TlsRoute extends Route {
  readonly role: ServicePort['role'];
  readonly security: 'starttls' | 'implicit-tls';
}

/** Where TLS is to be had: the ports that offer STARTTLS, and those that begin with it. */
export function tlsRoutes({ ports, starttls }: TargetFacts): readonly TlsRoute[] {
  return ports.flatMap(({ port, role }): readonly TlsRoute[] => {
    if (role === 'submissions') return [{ port, role, security: 'implicit-tls' }];
    return starttls.includes(port) ? [{ port, role, security: 'starttls' }] : [];
  });
}

/** Asks once for all checks of the suite. */
export function tlsOf(target: Target): Promise<readonly TlsSeen[]> {
  const known = surveys.get(target) ?? oneByOne(tlsRoutes(target.facts), (route) => askPort(target, route));
  surveys.set(target, known);
  return known;
}

/** Not all at once: a server takes so many connections at a time (Exim 20), and others of this run want some of them. */
async function oneByOne<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

const surveys = new WeakMap<Target, Promise<readonly TlsSeen[]>>();

type Ask = (hello: Partial<ClientHello>) => ReturnType<typeof askTls>;

async function askPort(target: Target, route: TlsRoute): Promise<TlsSeen> {
  const { hostname, senderDomain } = target.facts;
  const ask: Ask = (hello) =>
    askTls(
      {
        ...target.clientAddress('outside', route.port),
        security: route.security,
        clientName: `tls.${senderDomain}`,
        timeoutMs: unhurried(10_000),
      },
      { versions: ['TLS 1.2'], ciphers: usualCiphers, ...hello },
    );
  const all = [...usualCiphers, ...Object.values(weakCiphers).flat()];
  const answers = await oneByOne(Object.keys(tlsVersions) as TlsVersion[], async (version) => ({
    version,
    answer: await ask({ versions: [version], ciphers: all }),
  }));
  const usual = await ask({ serverName: hostname });
  const unknown = await ask({ serverName: 'not-here.invalid' });
  const anonymous = await ask({ ciphers: anonymousCiphers });
  const weak = await findWeak(ask, Object.keys(weakCiphers));
  return {
    role: route.role,
    words: routeInWords(route),
    versions: answers.flatMap(({ version, answer }) =>
      answer.kind === 'hello' && answer.version === version ? [version] : [],
    ),
    weak,
    takesAnonymous: anonymous.kind === 'hello',
    ...(usual.kind === 'hello'
      ? {
          picked: usual.cipher,
          secureRenegotiation: usual.secureRenegotiation,
          certificates: usual.certificates.map((der) => new X509Certificate(der)),
        }
      : { picked: undefined, secureRenegotiation: true, certificates: [] }),
    unknownName: answerInWords(unknown),
  };
}

/** Offers all that is weak at once; what the server picks is noted, and the rest offered again. */
async function findWeak(ask: Ask, offered: readonly string[]): Promise<readonly string[]> {
  if (offered.length === 0) return [];
  const answer = await ask({ ciphers: offered.flatMap((name) => weakCiphers[name] ?? []) });
  const picked = answer.kind === 'hello' && offered.find((name) => weakCiphers[name]?.includes(answer.cipher));
  return picked
    ? [
        picked,
        ...(await findWeak(
          ask,
          offered.filter((name) => name !== picked),
        )),
      ]
    : [];
}

function answerInWords(answer: HelloAnswer | { readonly kind: 'nothing'; readonly words: string }): string {
  switch (answer.kind) {
    case 'hello':
      return 'the handshake goes on';
    case 'alert':
      return `alert ${answer.description}`;
    case 'nothing':
      return answer.words;
  }
}
