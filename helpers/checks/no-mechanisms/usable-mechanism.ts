import { noMechanismsCause } from '../../maillog/no-mechanisms';
import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import { inWords } from '../../smtp/answers';
import { mechanismFor } from '../../smtp/sasl/mechanism-for';
import type { WireSession } from '../../smtp/wire-session';
import type { Check } from '../check';
import { lastWords } from '../shared/dead-server';
import { expectThat } from '../shared/findings';
import { anyOf, needsPort, needsUser, type Obstacle } from '../shared/obstacles';

/** The question that any server can be asked: whether each port offers a mechanism with which a user gets in. */
export function usableMechanism(): readonly Check[] {
  return [25, 587, 465].map((port) => ({
    id: `no-mechanisms/usable-on-${port}`,
    title: `offers a mechanism on ${port} with which a user can log in`,
    level: 'must' as const,
    reference: 'RFC 4954 section 4',
    rows: [2, 17],
    notApplicable: anyOf(needsPort(port), needsUser, loginOn(port)),
    ask: (probe: Probe) => askPort(probe, port),
  }));
}

function loginOn(port: number): Obstacle {
  return ({ logins }) =>
    logins.some((offer) => offer.port === port) ? undefined : `nobody is meant to log in on ${port}`;
}

async function askPort(probe: Probe, port: number): Promise<readonly Finding[]> {
  const { security } = probe.facts.logins.find((offer) => offer.port === port) ?? loginRoute(probe.facts);
  const session = await probe.tryToOpen({ port, security });
  const { greeting } = session;
  if (greeting.kind !== 'reply') return [expectThat(false, 'a greeting', insteadOfGreeting(greeting, probe))];
  const offered = session.extensions?.authMechanisms ?? [];
  const usable = await firstUsable(session, offered, probe);
  return [
    expectThat(usable !== undefined, 'a mechanism that lets a user in', `offered: ${offered.join(' ') || 'none'}`),
  ];
}

async function firstUsable(session: WireSession, offered: readonly string[], probe: Probe) {
  for (const name of offered) {
    const mechanism = mechanismFor(name, probe.facts.user);
    if (!mechanism || name.toUpperCase() === 'ANONYMOUS') continue;
    const answer = await session.authenticate(mechanism);
    if (answer.kind === 'reply' && answer.code === 235) return name;
  }
  return undefined;
}

/** What a missing greeting means, where the log tells: silence alone tells nothing. */
function insteadOfGreeting(greeting: Answer, probe: Probe): string {
  const log = probe.target.log.linesSince(0);
  const [cause, words, seen] = [noMechanismsCause(log), lastWords(log), inWords(greeting)];
  if (cause !== undefined)
    return `smtpd has no SASL mechanisms (${causeInWords[cause]}) and dies; master holds it back for a minute; the client: ${seen}`;
  return words === undefined
    ? `${seen}: this is what a client sees when smtpd dies or is throttled; see the log`
    : `smtpd dies, and master holds it back for a minute: ${words}; the client: ${seen}`;
}

const causeInWords = {
  'none-installed': 'what mech_list names, or any password plug-in, is not installed',
  'all-filtered': 'the security options filter all that is installed',
  'dies-at-start': 'SASL can not be initialised; look at smtpd.conf',
} as const;
