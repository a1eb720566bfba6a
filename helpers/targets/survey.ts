import type { Answer } from '../model/answer';
import type { ServicePort } from '../model/vantage';
import { hasCode } from '../smtp/answers';
import { WireSession } from '../smtp/wire-session';
import { unhurried } from '../unhurried';
import type { Target } from './target';

/** What a port says of itself to whoever asks. */
export interface PortSurvey {
  readonly service: ServicePort;
  /** The text of the greeting, in which many servers say what they are. */
  readonly greeting: string;
  readonly starttls: boolean;
  /** In upper case, as the three below. */
  readonly mechanismsInClear: readonly string[];
  readonly mechanismsInTls: readonly string[];
}

/** A port that gives no 220 and EHLO, with what it gives instead. */
export interface DeadPort {
  readonly service: ServicePort;
  readonly command: 'the connection' | 'EHLO';
  readonly instead: Answer;
  /** Whether there was a connection at all. */
  readonly connected: boolean;
}

/** Asks each port for a greeting and EHLO, in clear and in TLS. */
export async function survey(
  clientAddress: (port: number) => ReturnType<Target['clientAddress']>,
  services: readonly ServicePort[],
  limitMs = 10_000,
): Promise<{ readonly served: readonly PortSurvey[]; readonly dead: readonly DeadPort[] }> {
  const all = await Promise.all(services.map((service) => surveyPort(clientAddress(service.port), service, limitMs)));
  return {
    served: all.filter((one): one is PortSurvey => 'greeting' in one),
    dead: all.filter((one): one is DeadPort => 'instead' in one),
  };
}

/** What a port offers, in a line for a reader. */
export function surveyInWords({ service, starttls, mechanismsInClear, mechanismsInTls }: PortSurvey): string {
  const { port, listens = port, role } = service;
  const tls = role === 'submissions' ? 'TLS at once' : starttls ? 'STARTTLS' : 'no TLS';
  const auth = (mechanisms: readonly string[]) => (mechanisms.length > 0 ? `AUTH ${mechanisms.join(' ')}` : 'no AUTH');
  const inTls = role === 'submissions' || starttls ? [`in TLS ${auth(mechanismsInTls)}`] : [];
  const inClear = role === 'submissions' ? [] : [`in clear ${auth(mechanismsInClear)}`];
  return [`${listens} (${role}): ${tls}`, ...inClear, ...inTls].join(', ');
}

async function surveyPort(
  address: ReturnType<Target['clientAddress']>,
  service: ServicePort,
  limitMs: number,
): Promise<PortSurvey | DeadPort> {
  await using session = await WireSession.open({
    ...address,
    title: `survey of ${service.port}`,
    security: service.role === 'submissions' ? 'implicit-tls' : 'plain',
    clientName: 'survey.outside.example',
    timeoutMs: unhurried(limitMs),
  });
  if (session.greeting.kind === 'silence' && session.greeting.partial === '') {
    // Some speak only when spoken to, and then show what they are.
    session.send('EHLO survey.outside.example\r\n');
    const spoken = await session.readAnswer(1_000);
    const instead = spoken.kind === 'garbage' ? spoken : session.greeting;
    return { service, command: 'the connection', instead, connected: session.connected };
  }
  if (!hasCode(session.greeting, 220)) {
    return { service, command: 'the connection', instead: session.greeting, connected: session.connected };
  }
  const greeting = session.greeting.lines.join(' ');
  if (!session.extensions) return { service, command: 'EHLO', instead: session.opened, connected: true };
  const first = session.extensions.authMechanisms;
  if (service.role === 'submissions') {
    return { service, greeting, starttls: false, mechanismsInClear: [], mechanismsInTls: first };
  }
  const offersTls = session.extensions.keywords.STARTTLS !== undefined;
  if (offersTls && hasCode(await session.startTls(), 220)) await session.ehlo();
  const inTls = session.tls === undefined ? [] : (session.extensions?.authMechanisms ?? []);
  return { service, greeting, starttls: offersTls, mechanismsInClear: first, mechanismsInTls: inTls };
}
