import type { Finding } from '../model/verdict';
import { plain } from '../smtp/sasl/plain';
import type { Check } from './check';
import { control, expectReply } from './findings';
import type { Probe } from './probe';
import { needsPort } from './routes';

/** When AUTH may be given, and that its failure tells nothing about who exists. */
export function authStates(): readonly Check[] {
  return [
    {
      id: 'authenticated-relay/auth-twice',
      title: 'refuses a second AUTH in a session that has logged in',
      level: 'must',
      reference: 'RFC 4954 section 4 (503)',
      notApplicable: needsPort(587),
      ask: authTwice,
    },
    {
      id: 'authenticated-relay/auth-in-transaction',
      title: 'refuses AUTH inside a mail transaction',
      level: 'must',
      reference: 'RFC 4954 section 4 (503)',
      notApplicable: needsPort(587),
      ask: authInTransaction,
    },
  ];
}

const outOfOrder = { code: 503, enhanced: '5.5.1' };
const success = { code: 235, enhanced: '2.7.0' };
const route = { port: 587, security: 'starttls' } as const;

async function authTwice(probe: Probe): Promise<readonly Finding[]> {
  const session = await probe.open(route);
  const first = await session.authenticate(plain(probe.facts.user));
  const second = await session.authenticate(plain(probe.facts.user));
  return [control(expectReply('the first AUTH', first, success)), expectReply('the second AUTH', second, outOfOrder)];
}

async function authInTransaction(probe: Probe): Promise<readonly Finding[]> {
  const session = await probe.open(route);
  const mail = await session.mail(probe.sender);
  const inside = await session.authenticate(plain(probe.facts.user));
  await session.command('RSET');
  const outside = await session.authenticate(plain(probe.facts.user));
  return [
    control(expectReply('MAIL', mail, { code: 250, enhanced: '2.1.0' })),
    control(expectReply('AUTH after RSET', outside, success)),
    expectReply('AUTH after MAIL', inside, outOfOrder),
  ];
}
