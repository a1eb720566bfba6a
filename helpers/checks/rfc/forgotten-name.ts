import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import { firstSpoken, logIn } from '../../sessions/log-in';
import { messageOf, type Probe } from '../../sessions/probe';
import { inWords, isOfClass } from '../../smtp/answers';
import type { WireSession } from '../../smtp/wire-session';
import type { LoginOffer, TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectRefusal, expectReply, expectThat } from '../shared/findings';
import { anyOf, needsUser } from '../shared/obstacles';
import { attempt, expectArrived } from '../shared/relay-attempt';
import { deviationsOf } from './known-deviations';

/** What the client said in clear of itself is not known within TLS. */
export const checks: readonly Check[] = [
  {
    id: 'rfc/tls-forgets-name',
    title: 'forgets with STARTTLS the name that the client gave before it',
    level: 'must',
    reference: 'RFC 3207 section 4.2',
    deviations: deviationsOf('tls-forgets-name'),
    notApplicable: anyOf(needsUser, (facts) => (behindStarttls(facts) ? undefined : 'nobody logs in after STARTTLS')),
    ask: async (probe) => {
      const route = behindStarttls(probe.facts);
      if (!route) throw new TypeError('that does not apply');
      const session = await probe.tryToOpen(route, { ehlo: false });
      if (session.tls === undefined) throw new NotApplicable(`it begins no TLS: ${inWords(session.opened)}`);
      const login = await logInAt(session, route, probe);
      return isOfClass(login, 2) ? showsNoName(probe, session) : wantsNewName(login, { probe, session, route });
    },
  },
];

function behindStarttls({ logins, ports }: TargetFacts): LoginOffer | undefined {
  return logins.find((offer) => offer.security === 'starttls' && ports.some(({ port }) => port === offer.port));
}

function logInAt(session: WireSession, { mechanisms }: LoginOffer, { facts }: Probe): Promise<Answer> {
  return logIn(session, facts.provenMechanism ?? firstSpoken(mechanisms, facts.user) ?? 'PLAIN', facts.user);
}

/** Who takes AUTH after another EHLO, and not before, has forgotten the first. */
async function wantsNewName(
  before: Answer,
  { probe, session, route }: { readonly probe: Probe; readonly session: WireSession; readonly route: LoginOffer },
): Promise<readonly Finding[]> {
  await session.ehlo();
  const after = await logInAt(session, route, probe);
  return [
    control(expectReply('AUTH after another EHLO', after, ...probe.facts.replies.loginAccepted)),
    expectRefusal('AUTH within TLS without another EHLO', before),
  ];
}

/** Who takes it at once may still have forgotten the name: the message tells. */
async function showsNoName(probe: Probe, session: WireSession): Promise<readonly Finding[]> {
  const { token, foreignRecipient, facts } = probe;
  if (facts.furthest !== 'arrival')
    throw new NotApplicable('it logs in without another EHLO; its messages are not seen');
  const { last, data } = await attempt(probe, session, foreignRecipient);
  if (!isOfClass(data ?? last, 2)) throw new NotApplicable(`it takes no message without EHLO: ${inWords(last)}`);
  const relayed = await probe.relayed(data);
  const received = messageOf(relayed)?.headers.filter(({ name }) => name.toLowerCase() === 'received') ?? [];
  const name = `${token}.${facts.senderDomain}`;
  const shown = received.find(({ value }) => value.includes(name));
  return [
    control(expectArrived(relayed)),
    expectThat(shown === undefined, `no ${name} in Received, which was said before TLS`, shown?.value ?? ''),
  ];
}
