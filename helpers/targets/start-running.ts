import { HarnessError } from '../errors';
import type { RunningServer } from '../model/running-server';
import { servicePort } from '../model/service-port';
import type { ServicePort } from '../model/vantage';
import { DnsServer } from '../world/dns-server';
import { Sink } from '../world/sink';
import { Disposables } from './disposables';
import { identify } from './identify';
import { profileFacts } from './profile-facts';
import { type PortSurvey, survey, surveyInWords } from './survey';
import type { Target, TargetFacts, TargetLog } from './target';
import { vantagePoints } from './vantage-points';

/**
 * Makes a target of a server that runs: we are its only client, it delivers where it will, and its log is its own. Throws
 * ESTART where it gives no 220 and EHLO.
 */
export async function startRunning(running: RunningServer): Promise<Target> {
  await using stack = new Disposables();
  const service = serviceOf(running.port);
  const place = { host: running.host, port: running.port };
  const [seen] = await survey(() => place, [service]);
  if (!seen) throw new HarnessError('ESTART', `${running.host}:${running.port} gives no 220 and EHLO within 10 s`);
  // Nobody writes to these two; checks look into them all the same.
  const sink = stack.use(await Sink.start({ address: '127.0.0.1', ports: [] }));
  const dns = stack.use(await DnsServer.start({ address: '127.0.0.1', zones: [] }));
  const { mta, versions } = await identify([seen], () => Promise.reject(new Error('it is not in a container')));
  const life = stack.move();

  return {
    facts: factsOf(running, seen),
    sink,
    dns,
    log: noLog,
    containerId: '',
    address: running.host,
    clientAddress: () => place,
    summary: async () => ({
      name: `${running.host}:${running.port}`,
      image: '',
      mta,
      versions,
      hostname: running.host,
      seen: [surveyInWords(seen)],
      notice: running.send
        ? undefined
        : 'Nothing is sent past RCPT: what the server says to it is taken for what it would do.',
    }),
    run: refuse,
    restart: refuse,
    leaks: async () => 0,
    variant: refuse,
    [Symbol.asyncDispose]: () => life[Symbol.asyncDispose](),
  };
}

function serviceOf(port: number): ServicePort {
  return servicePort({ port, role: port === 25 ? 'smtp' : port === 465 ? 'submissions' : 'submission' });
}

function factsOf({ host, user, fromDomain, toDomain, send, port }: RunningServer, seen: PortSurvey): TargetFacts {
  const profile = {
    name: `${host}:${port}`,
    hostname: host,
    user,
    ports: [],
    localDomains: [],
    relayDomains: [],
    localRecipient: undefined,
    offers: { authBeforeTls: undefined, mechanisms: undefined, trusted: undefined, smarthost: undefined },
  };
  return {
    ...profileFacts(profile, [seen], {
      log: 'other',
      vantagePoints: vantagePoints.filter(({ name }) => name === 'outside'),
      ipv6Ports: [],
    }),
    senderDomain: fromDomain,
    foreignDomain: toDomain,
    furthest: send ? 'handed over' : 'recipient',
  };
}

const noLog: TargetLog = { ended: true, position: 0, linesSince: () => [], when: async () => undefined };

// Checks that want to change a server do not apply to such a one.
async function refuse(): Promise<never> {
  throw new HarnessError('EPROFILE', 'a running server is not changed');
}
