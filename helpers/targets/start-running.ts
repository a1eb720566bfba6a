import { setTimeout } from 'node:timers/promises';
import { HarnessError } from '../errors';
import type { RunningServer } from '../model/running-server';
import type { ServicePort } from '../model/vantage';
import { DnsServer } from '../world/dns-server';
import { Sink } from '../world/sink';
import { deadPortInWords } from './dead-port';
import { Disposables } from './disposables';
import { identify } from './identify';
import { lookAtPorts } from './look-at-ports';
import { profileFacts } from './profile-facts';
import { type PortSurvey, surveyInWords } from './survey';
import type { Target, TargetFacts, TargetLog } from './target';
import { refusedInWords, tryLogins } from './try-logins';
import { vantagePoints } from './vantage-points';

/**
 * Makes a target of a server that runs: we are its only client, it delivers where it will, and its log is its own. Throws
 * EUNSERVED where a port gives no 220 and EHLO, and ELOGIN where the user does not get in.
 */
export async function startRunning(running: RunningServer): Promise<Target> {
  await using stack = new Disposables();
  const { host } = running;
  const seen = await served(running);
  const services = seen.map(({ service }) => service);
  const clientAddress = (port: number) => ({ host, port: listenedOn(services, port) });
  // Nobody writes to these two; checks look into them all the same.
  const sink = stack.use(await Sink.start({ address: '127.0.0.1', ports: [] }));
  const dns = stack.use(await DnsServer.start({ address: '127.0.0.1', zones: [] }));
  const { mta, versions } = await identify(seen, () => Promise.reject(new Error('it is not in a container')));
  const facts = await withLogin(factsOf(running, seen), clientAddress);
  const life = stack.move();

  return {
    facts,
    sink,
    dns,
    log: noLog,
    containerId: '',
    address: host,
    clientAddress: (_vantage, port) => clientAddress(port),
    summary: async () => ({
      name: nameOf(running),
      image: '',
      mta,
      versions,
      hostname: host,
      seen: seen.map(surveyInWords),
      notice: running.send
        ? undefined
        : 'Nothing is sent past RCPT: what the server says to it is taken for what it would do.',
    }),
    run: refuse,
    restart: refuse,
    leaks: async () => [],
    trouble: async () => undefined,
    variant: refuse,
    [Symbol.asyncDispose]: () => life[Symbol.asyncDispose](),
  };
}

/** Its name in reports. */
export function nameOf({ host, ports }: Pick<RunningServer, 'host' | 'ports'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${ports.join(',')}`;
}

function listenedOn(services: readonly ServicePort[], port: number): number {
  return services.find((one) => one.port === port)?.listens ?? port;
}

type ClientAddress = (port: number) => { readonly host: string; readonly port: number };

/** What its ports offer, once all of them answer as a mail server does. */
async function served({ host, ports, readyTimeoutMs = 0 }: RunningServer): Promise<readonly PortSurvey[]> {
  const deadline = performance.now() + readyTimeoutMs;
  for (;;) {
    const { served: seen, dead } = await lookAtPorts(host, ports);
    if (dead.length === 0) return seen;
    if (performance.now() >= deadline) {
      throw new HarnessError('EUNSERVED', `${host}\n${dead.map((port) => `  ${deadPortInWords(port)}`).join('\n')}`);
    }
    await setTimeout(250);
  }
}

async function withLogin(facts: TargetFacts, clientAddress: ClientAddress): Promise<TargetFacts> {
  const { mechanism, refused } = await tryLogins(clientAddress, facts.logins, facts.user, {
    nameOf: (port) => listenedOn(facts.ports, port),
  });
  if (mechanism === undefined && refused.length > 0) {
    throw new HarnessError('ELOGIN', `the server refuses ${facts.user.user} by ${refusedInWords(refused)}`);
  }
  return { ...facts, provenMechanism: mechanism, refusedMechanisms: refused };
}

function factsOf(running: RunningServer, seen: readonly PortSurvey[]): TargetFacts {
  const { host, user, fromDomain, toDomain, send } = running;
  const profile = {
    name: nameOf(running),
    hostname: host,
    user,
    ports: [],
    localDomains: [],
    relayDomains: [],
    localRecipient: undefined,
    offers: { authBeforeTls: undefined, mechanisms: undefined, trusted: undefined, smarthost: undefined },
  };
  return {
    ...profileFacts(profile, seen, {
      log: 'other',
      vantagePoints: vantagePoints.filter(({ name }) => name === 'outside'),
      ipv6Ports: [],
    }),
    senderDomain: fromDomain,
    foreignDomain: toDomain,
    domainsWithMxHere: [],
    furthest: send ? 'handed over' : 'recipient',
  };
}

const noLog: TargetLog = { ended: true, position: 0, linesSince: () => [], when: async () => undefined };

// Checks that want to change a server do not apply to such a one.
async function refuse(): Promise<never> {
  throw new HarnessError('EPROFILE', 'a running server is not changed');
}
