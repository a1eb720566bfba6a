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
  /** Whether it knows HELO and no EHLO: then it has no extensions. */
  readonly heloAlone: boolean;
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
  /** Whether it speaks TLS, where that comes first. */
  readonly tls: 'not tried' | 'tried in vain' | 'there';
}

/** Asks each port for a greeting and EHLO, in clear and in TLS. */
export async function survey(
  clientAddress: (port: number) => ReturnType<Target['clientAddress']>,
  services: readonly ServicePort[],
): Promise<Survey> {
  return servedAndDead(await Promise.all(services.map((service) => surveyPort(clientAddress(service.port), service))));
}

/** What was found of several ports. */
export interface Survey {
  readonly served: readonly PortSurvey[];
  readonly dead: readonly DeadPort[];
}

/** Those that serve, and those that don't. */
export function servedAndDead(all: readonly (PortSurvey | DeadPort)[]): Survey {
  return {
    served: all.filter((one): one is PortSurvey => 'greeting' in one),
    dead: all.filter((one): one is DeadPort => 'instead' in one),
  };
}

/** What a port offers, in a line for a reader. */
export function surveyInWords(seen: PortSurvey): string {
  const { service, starttls, heloAlone, mechanismsInClear, mechanismsInTls } = seen;
  const { port, listens = port, role } = service;
  const tls = role === 'submissions' ? 'TLS at once' : starttls ? 'STARTTLS' : 'no TLS';
  const auth = (mechanisms: readonly string[]) => (mechanisms.length > 0 ? `AUTH ${mechanisms.join(' ')}` : 'no AUTH');
  const inTls = role === 'submissions' || starttls ? [`in TLS ${auth(mechanismsInTls)}`] : [];
  const inClear = role === 'submissions' ? [] : [`in clear ${auth(mechanismsInClear)}`];
  if (heloAlone) return `${listens} (${role}): HELO and no EHLO, so neither TLS nor AUTH`;
  return [`${listens} (${role}): ${tls}`, ...inClear, ...inTls].join(', ');
}

/** Asks one port. `signal`: nobody wants to know any more. */
export async function surveyPort(
  address: ReturnType<Target['clientAddress']>,
  service: ServicePort,
  { limitMs = 10_000, signal }: { readonly limitMs?: number; readonly signal?: AbortSignal } = {},
): Promise<PortSurvey | DeadPort> {
  await using session = await WireSession.open({
    ...address,
    title: `survey of ${service.port}`,
    security: service.role === 'submissions' ? 'implicit-tls' : 'plain',
    clientName: 'survey.outside.example',
    timeoutMs: unhurried(limitMs),
    heloInstead: true,
    signal,
  });
  const { greeting: first, connected, opened } = session;
  const tls = session.tls !== undefined ? 'there' : service.role === 'submissions' ? 'tried in vain' : 'not tried';
  if (first.kind === 'silence' && first.partial === '') {
    // Some speak only when spoken to, and then show what they are.
    session.send('EHLO survey.outside.example\r\n');
    const spoken = await session.readAnswer(1_000);
    return { service, command: 'the connection', instead: spoken.kind === 'garbage' ? spoken : first, connected, tls };
  }
  if (!hasCode(first, 220)) return { service, command: 'the connection', instead: first, connected, tls };
  if (!session.extensions) return { service, command: 'EHLO', instead: opened, connected, tls };
  const greeting = first.lines.join(' ');
  const offered = session.extensions.authMechanisms;
  const heloAlone = session.knowsHeloAlone;
  if (service.role === 'submissions') {
    return { service, greeting, starttls: false, heloAlone, mechanismsInClear: [], mechanismsInTls: offered };
  }
  const offersTls = session.extensions.keywords.STARTTLS !== undefined;
  if (offersTls && hasCode(await session.startTls(), 220)) await session.ehlo();
  const inTls = session.tls === undefined ? [] : (session.extensions?.authMechanisms ?? []);
  return { service, greeting, starttls: offersTls, heloAlone, mechanismsInClear: offered, mechanismsInTls: inTls };
}
