import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import type { Route } from '../../sessions/route';
import { inWords } from '../../smtp/answers';
import { external } from '../../smtp/sasl/external';
import type { ClientCertificate } from '../../smtp/session-options';
import type { TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { expectRefusal, expectReply, expectThat } from '../shared/findings';
import { needsUser } from '../shared/obstacles';
import { attempt, expectArrived } from '../shared/relay-attempt';

/** EXTERNAL: the certificate by which the client is known to TLS is the login (RFC 4422 appendix A). */
export function byCertificate(): readonly Check[] {
  return [
    {
      id: 'mechanisms/external',
      title:
        'lets a user in by EXTERNAL whose certificate it can verify, as nobody else, and nobody by a certificate of another authority',
      level: 'must',
      reference: 'RFC 4422 appendix A; RFC 4954 section 4',
      rows: [2],
      notApplicable: needsUser,
      ask: askExternal,
    },
  ];
}

async function askExternal(probe: Probe): Promise<readonly Finding[]> {
  const { facts, target } = probe;
  if (!target.authority) throw new NotApplicable('nobody knows whose certificates of clients it takes');
  const { user } = facts.user;
  const own = target.authority.forUser(user);
  const session = await probe.tryToOpen(routeInTls(facts), { tls: own });
  if (!session.extensions?.authMechanisms.includes('EXTERNAL')) {
    throw new NotApplicable(
      `it does not offer EXTERNAL to a client that shows a certificate: ${inWords(session.opened)}`,
    );
  }
  const login = await session.authenticate(external());
  const { rcpt, last, data } = await attempt(probe, session, probe.foreignRecipient);
  return [
    expectReply(`AUTH EXTERNAL by the certificate of ${user}`, login, ...facts.replies.loginAccepted),
    expectReply('RCPT elsewhere after it', rcpt ?? last, ...facts.replies.recipientTaken),
    ...(facts.furthest === 'arrival' ? [expectArrived(await probe.relayed(data))] : []),
    await refuses(probe, own, 'somebody-else', `AUTH EXTERNAL by the certificate of ${user}, as somebody else`),
    await refuses(probe, target.authority.forgedFor(user), '', 'AUTH EXTERNAL by a certificate of another authority'),
  ];
}

/** In a session of its own; who is turned away with the handshake is refused too. */
async function refuses(probe: Probe, certificate: ClientCertificate, as: string, what: string): Promise<Finding> {
  const session = await probe.tryToOpen(routeInTls(probe.facts), { tls: certificate });
  if (!session.extensions) return expectThat(session.tls === undefined, `${what}: a refusal`, inWords(session.opened));
  return expectRefusal(what, await session.authenticate(external(as)));
}

function routeInTls({ logins }: TargetFacts): Route {
  const inTls = logins.find(({ security }) => security !== 'plain');
  if (!inTls) throw new NotApplicable('nobody is meant to log in within TLS');
  return inTls;
}
