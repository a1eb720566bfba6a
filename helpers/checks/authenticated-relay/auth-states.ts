import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import { hasCode } from '../../smtp/answers';
import { plain } from '../../smtp/sasl/plain';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectReply } from '../shared/findings';
import { needsMechanism } from '../shared/obstacles';

/** When AUTH may be given, and that its failure tells nothing about who exists. */
export function authStates(): readonly Check[] {
  return [
    {
      id: 'authenticated-relay/auth-twice',
      title: 'refuses a second AUTH in a session that has logged in',
      level: 'must',
      reference: 'RFC 4954 section 4 (503)',
      notApplicable: needsMechanism('PLAIN'),
      ask: authTwice,
    },
    {
      id: 'authenticated-relay/auth-in-transaction',
      title: 'refuses AUTH inside a mail transaction',
      level: 'must',
      reference: 'RFC 4954 section 4 (503)',
      notApplicable: needsMechanism('PLAIN'),
      ask: authInTransaction,
    },
  ];
}

async function authTwice(probe: Probe): Promise<readonly Finding[]> {
  const { replies } = probe.facts;
  const session = await probe.open(loginRoute(probe.facts, { mechanism: 'PLAIN' }));
  const first = await session.authenticate(plain(probe.facts.user));
  const second = await session.authenticate(plain(probe.facts.user));
  return [
    control(expectReply('the first AUTH', first, ...replies.loginAccepted)),
    expectReply('the second AUTH', second, ...replies.authOutOfOrder),
  ];
}

async function authInTransaction(probe: Probe): Promise<readonly Finding[]> {
  const { replies } = probe.facts;
  // Where a transaction can begin without a login, if there is such a place.
  const first = { port: 25, security: 'starttls' } as const;
  const session = await probe.open(loginRoute(probe.facts, { mechanism: 'PLAIN', first }));
  const mail = await session.mail(probe.sender);
  if (hasCode(mail, 530)) throw new NotApplicable('no transaction begins without a login there: MAIL is answered 530');
  const inside = await session.authenticate(plain(probe.facts.user));
  await session.command('RSET');
  const outside = await session.authenticate(plain(probe.facts.user));
  return [
    control(expectReply('MAIL', mail, ...replies.mailTaken)),
    control(expectReply('AUTH after RSET', outside, ...replies.loginAccepted)),
    expectReply('AUTH after MAIL', inside, ...replies.authOutOfOrder),
  ];
}
