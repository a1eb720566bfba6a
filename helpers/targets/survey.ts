import type { ServicePort } from '../model/vantage';
import { hasCode } from '../smtp/answers';
import { WireSession } from '../smtp/wire-session';
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

/** Asks each port for a greeting and EHLO, in clear and in TLS. A port that gives none is not in the answer. */
export async function survey(
  clientAddress: (port: number) => ReturnType<Target['clientAddress']>,
  services: readonly ServicePort[],
): Promise<readonly PortSurvey[]> {
  const answers = await Promise.all(services.map((service) => surveyPort(clientAddress(service.port), service)));
  return answers.filter((answer) => answer !== undefined);
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
): Promise<PortSurvey | undefined> {
  await using session = await WireSession.open({
    ...address,
    title: `survey of ${service.port}`,
    security: service.role === 'submissions' ? 'implicit-tls' : 'plain',
    clientName: 'survey.outside.example',
    timeoutMs: 10_000,
  });
  if (!hasCode(session.greeting, 220) || !session.extensions) return undefined;
  const greeting = session.greeting.lines.join(' ');
  const first = session.extensions.authMechanisms;
  if (service.role === 'submissions') {
    return { service, greeting, starttls: false, mechanismsInClear: [], mechanismsInTls: first };
  }
  const offersTls = session.extensions.keywords.STARTTLS !== undefined;
  if (offersTls && hasCode(await session.startTls(), 220)) await session.ehlo();
  const inTls = session.tls === undefined ? [] : (session.extensions?.authMechanisms ?? []);
  return { service, greeting, starttls: offersTls, mechanismsInClear: first, mechanismsInTls: inTls };
}
