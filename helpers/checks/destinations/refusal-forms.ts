import { refusedRelay } from '../../postfix/differences';
import type { Probe } from '../../sessions/probe';
import type { ExpectedReply, Variant } from '../../targets/target';
import type { Check } from '../check';
import { withLastWords } from '../shared/dead-server';
import { expectReply } from '../shared/findings';
import { mustBeOurs, needsPort } from '../shared/obstacles';
import { attempt, expectNothingRelayed } from '../shared/relay-attempt';
import { valueFor } from '../shared/value-for';

const noRelayRestrictions: Variant = {
  name: 'no-relay-restrictions',
  before: "postconf -e 'smtpd_relay_restrictions ='",
};

/** The two refusals of a relay, told apart: which list spoke. */
export function refusalForms(): readonly Check[] {
  const check = (name: string, title: string, ask: Check['ask']): Check => ({
    id: `destinations/${name}`,
    title,
    level: 'must',
    reference: 'Postfix smtpd_relay_restrictions, smtpd_recipient_restrictions',
    rows: [10],
    notApplicable: (facts) => mustBeOurs(facts) ?? needsPort(25)(facts),
    ask,
  });
  return [
    check(
      'relay-refused-by-default',
      'refuses to relay by default, with 454 where smtpd_relay_restrictions come first',
      async (probe) => refusesRelay(probe, await valueFor(refusedRelay, probe)),
    ),
    check(
      'relay-refused-by-recipient-restrictions',
      'refuses to relay with 554, by smtpd_recipient_restrictions, when smtpd_relay_restrictions is empty',
      async (probe) => refusesRelay(await probe.on(noRelayRestrictions), { code: 554, enhanced: '5.7.1' }),
    ),
  ];
}

async function refusesRelay(server: Probe, expected: ExpectedReply) {
  // Without a working restriction smtpd refuses to start, and nobody is greeted.
  const session = await server.tryToOpen({ port: 25, security: 'plain' });
  if (session.greeting.kind !== 'reply') {
    const greeting = expectReply('greeting', session.greeting, { code: 220 });
    return [withLastWords(greeting, server.target.log.linesSince(0))];
  }
  const { rcpt, last, data } = await attempt(server, session, server.foreignRecipient);
  return [expectReply('RCPT', rcpt ?? last, expected), ...(await expectNothingRelayed(server, data))];
}
