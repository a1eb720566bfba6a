import { namelessClient } from '../../postfix/differences';
import type { Probe } from '../../sessions/probe';
import { plain } from '../../smtp/sasl/plain';
import type { Variant } from '../../targets/target';
import type { Check } from '../check';
import { control, expectReply } from '../shared/findings';
import { mustBeOurs, needsPort } from '../shared/obstacles';
import { attempt, expectNothingRelayed } from '../shared/relay-attempt';
import { valueFor } from '../shared/value-for';
import { dnsAnswers } from './answers';
import { impatientResolver } from './impatient-resolver';
import { insideWithoutName, nameless } from './nameless-clients';

/** reject_unknown_client: who has no name that points back is refused, logged in or not; $mynetworks is not asked. */
export function clientNames(): readonly Check[] {
  const base = {
    level: 'must' as const,
    reference: 'RFC 7372 section 3.3; Postfix reject_unknown_client_hostname',
    rows: [9],
    notApplicable: (facts: Probe['facts']) => mustBeOurs(facts) ?? needsPort(25)(facts),
  };
  return [
    ...nameless.flatMap(({ name, words }) => [
      {
        ...base,
        id: `dns/client-${name}`,
        title: `refuses a client ${words}`,
        ask: (probe: Probe) => refuses(probe, dnsAnswers, name, false),
      },
      {
        ...base,
        id: `dns/client-${name}-logged-in`,
        title: `refuses a client ${words}, also after AUTH: the client restrictions lack permit_sasl_authenticated`,
        ask: (probe: Probe) => refuses(probe, dnsAnswers, name, true),
      },
    ]),
    {
      ...base,
      id: 'dns/client-no-ptr-inside',
      title: 'takes mail from a client without a PTR record in $mynetworks',
      ask: takesFromInside,
    },
    {
      ...base,
      id: 'dns/client-new-name-of-directive',
      title: 'refuses a client without a PTR record also by the new name, reject_unknown_client_hostname',
      ask: (probe: Probe) => refuses(probe, newName, 'no-ptr', false),
    },
  ];
}

const newName: Variant = {
  ...dnsAnswers,
  name: 'new-name-of-directive',
  before: `${impatientResolver}
postconf -e 'smtpd_client_restrictions = permit_mynetworks, reject_unknown_client_hostname, permit'`,
};

async function refuses(probe: Probe, variant: Variant, name: string, loggedIn: boolean) {
  const server = await probe.on(variant);
  const session = await server.open({ vantage: `dns:client ${name}`, port: 25, security: 'plain' });
  const known = await server.open({ port: 25, security: 'plain' });
  const login = loggedIn ? [await session.authenticate(plain(server.facts.user))] : [];
  const control25 = await attempt(server, known, server.facts.localRecipient);
  const { rcpt, last, data } = await attempt(
    server,
    session,
    loggedIn ? server.foreignRecipient : server.facts.localRecipient,
  );
  return [
    ...login.map((answer) => control(expectReply('AUTH PLAIN', answer, { code: 235, enhanced: '2.7.0' }))),
    control(expectReply('RCPT from a client with a name', control25.rcpt ?? control25.last, taken)),
    expectReply('RCPT', rcpt ?? last, await valueFor(namelessClient, probe)),
    ...(loggedIn ? await expectNothingRelayed(server, data) : []),
  ];
}

const taken = { code: 250, enhanced: '2.1.5' };

async function takesFromInside(probe: Probe) {
  const server = await probe.on(dnsAnswers);
  const session = await server.open({ vantage: insideWithoutName.name, port: 25, security: 'plain' });
  const { rcpt, last } = await attempt(server, session, server.facts.localRecipient);
  return [expectReply('RCPT', rcpt ?? last, taken)];
}
