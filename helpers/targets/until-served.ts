import { setTimeout } from 'node:timers/promises';
import { troubleOf } from '../../containers/docker/container-end';
import type { StartedLab } from '../../containers/docker/lab-container';
import type { Listener } from '../../containers/docker/read-listeners';
import { HarnessError } from '../errors';
import type { Profile } from '../model/profile';
import type { ServicePort } from '../model/vantage';
import { deadPortInWords } from './dead-port';
import { furtherPorts } from './further-ports';
import { type DeadPort, type PortSurvey, survey } from './survey';
import type { Target } from './target';
import { unknownNamesInWords } from './unknown-names';

/** The server that is waited for. */
interface Waiting {
  readonly profile: Profile;
  readonly log: Target['log'];
  readonly lab: StartedLab;
  readonly clientAddress: Target['clientAddress'];
  readonly dns: Pick<Target['dns'], 'queries'>;
  /** Its container's. */
  readonly id: string;
  /** What has become of those beside it that are to run on, in words; undefined where nothing has. */
  readonly troubleOfOthers: () => Promise<string | undefined>;
}

/** What answers, and where else a mail server greets. */
export interface Served {
  readonly seen: readonly PortSurvey[];
  /** Ports that nobody named; where no port was named they are to be asked too. */
  readonly further: readonly ServicePort[];
}

/**
 * Waits until the server answers with 220 and EHLO: on every port that its profile names; where it names none, until two looks
 * in a row find the same, be it at ports of other numbers. An image that is not ours tells nobody when it is ready: so it is asked again and again.
 */
export async function untilServed(waiting: Waiting): Promise<Served> {
  const { profile, log, lab, clientAddress } = waiting;
  const services = profile.ports.length > 0 ? profile.ports : profile.candidates;
  const deadline = performance.now() + profile.readyTimeoutMs;
  let before = '';
  for (;;) {
    const { served: seen, dead } = await survey((port) => clientAddress('outside', port), services);
    const names = seen.map(({ service }) => service.port).join(', ');
    const all = profile.ports.length > 0 && seen.length === services.length;
    const settled = profile.ports.length === 0 && seen.length > 0 && names === before;
    if (all) return { seen, further: await furtherPorts(lab, services, 0.3) };
    if (settled) return { seen, further: await furtherPorts(lab, services) };
    const elsewhere = seen.length === 0 && profile.ports.length === 0 ? await furtherPorts(lab, services) : [];
    if (elsewhere.length > 0) return { seen, further: elsewhere };
    if (log.ended) throw new HarnessError('ESTART', await endedInWords(waiting));
    if (performance.now() > deadline) throw new HarnessError('ESTART', await tooLate(waiting, dead));
    before = names;
    await setTimeout(pauseMs);
  }
}

// Long enough that asking is no load for a server that is starting.
const pauseMs = 250;

async function endedInWords(waiting: Waiting): Promise<string> {
  const { profile, id } = waiting;
  // Its output may end just before it does.
  const end = (await troubleOf(id)) ?? 'has ended';
  return `the container of ${profile.name} ${end}${await lastLines(waiting)}`;
}

async function tooLate(waiting: Waiting, dead: readonly DeadPort[]): Promise<string> {
  const { profile, lab } = waiting;
  const listening = listenersInWords(await lab.listeners());
  return (
    `${profile.name} gives no 220 and EHLO within ${profile.readyTimeoutMs / 1000} s; it listens on ${listening}\n` +
    `${dead.map((port) => `  ${deadPortInWords(withoutAddress(port))}\n`).join('')}` +
    '  A profile names the ports, environment and files that it needs, and may give it more time: ready: { timeout: 120 }' +
    (await lastLines(waiting))
  );
}

/** What the socket says of where it was refused is an address of the lab, behind which the server is: nobody else knows it. */
function withoutAddress(dead: DeadPort): DeadPort {
  const { instead } = dead;
  if (instead.kind !== 'closed') return dead;
  return { ...dead, instead: { ...instead, detail: instead.detail.replace(/ \S+:\d+$/, '') } };
}

/** Each port once; those of loopback alone are said to be, since nobody outside reaches them. */
function listenersInWords(listeners: readonly Listener[]): string {
  const numbers = [...new Set(listeners.map(({ port }) => port))].sort((a, b) => a - b);
  const isInner = (number: number) => listeners.every(({ port, loopback }) => port !== number || loopback);
  return numbers.map((port) => (isInner(port) ? `${port} (of 127.0.0.1 alone)` : port)).join(', ') || 'no port';
}

async function lastLines({ log, dns, troubleOfOthers }: Waiting): Promise<string> {
  const trouble = await troubleOfOthers();
  const ofOthers = trouble === undefined ? '' : `\n  ${trouble}`;
  const missing = unknownNamesInWords(dns.queries);
  const hint = missing === undefined ? '' : `\n  ${missing}`;
  // In fifteen lines at most, with what is said around these.
  const lines = log.linesSince(0).slice(trouble === undefined ? -6 : -3);
  return `${ofOthers}${hint}${lines.length > 0 ? `\n  the last lines of its log:\n  ${lines.join('\n  ')}` : '\n  it logged nothing'}`;
}
