import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute, type Route, serviceRoute } from '../../sessions/route';
import { hasCode, inWords, isOfClass } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { LoginOffer } from '../../targets/target';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectReply } from '../shared/findings';
import {
  anyOf,
  needsLocalRecipient,
  needsMailPort,
  needsMechanism,
  noObstacle,
  type Obstacle,
} from '../shared/obstacles';
import { expectNoRelay } from '../shared/relay-attempt';

/** States into which a session can be brought without a login: in none of them does it relay. */
export function relayStates(): readonly Check[] {
  return states.map(({ id, how, obstacle, bring, login = false }) => ({
    id: `open-relay/state-${id}`,
    title: `relays nothing for a client ${how}`,
    level: 'must' as const,
    reference: login ? 'RFC 3207 section 4.2' : 'RFC 5321 section 7.9; RFC 4954 section 4',
    rows: [10],
    notApplicable: anyOf(obstacle ?? noObstacle, login ? needsMechanism('PLAIN') : needsMailPort),
    ask: async (probe: Probe): Promise<readonly Finding[]> => {
      const session = await probe.open(login ? clearLogin(probe) : serviceRoute(probe.facts));
      const before = await bring(session, probe);
      return [...before, ...(await expectNoRelay(probe, session))];
    },
  }));
}

interface State {
  readonly id: string;
  readonly how: string;
  readonly obstacle?: Obstacle;
  readonly login?: boolean;
  readonly bring: (session: WireSession, probe: Probe) => Promise<readonly Finding[]>;
}

const states: readonly State[] = [
  {
    id: 'cancelled-login',
    how: 'that has begun a login and cancelled it',
    bring: async (session) => {
      if (hasCode(await session.command('AUTH PLAIN'), 334)) await session.command('*');
      return [];
    },
  },
  {
    id: 'second-ehlo',
    how: 'that says EHLO again, by the name of the server itself',
    bring: async (session, { facts }) => {
      await session.ehlo(facts.hostname);
      return [];
    },
  },
  {
    id: 'helo-as-localhost',
    how: 'that calls itself localhost',
    bring: async (session) => {
      await session.command('HELO localhost');
      return [];
    },
  },
  {
    id: 'second-transaction',
    how: 'that has handed in mail for the server’s own domain before',
    obstacle: needsLocalRecipient,
    bring: async (session, { facts }) => {
      const sender = `first@${facts.senderDomain}`;
      if (facts.furthest === 'recipient') {
        await session.mail(sender);
        await session.rcpt(facts.localRecipient);
        await session.command('RSET');
        return [];
      }
      const to = [facts.localRecipient];
      const { data } = await session.sendMail({
        from: sender,
        to,
        message: composeMessage({ from: sender, to, token: 'first' }),
      });
      return data === undefined ? [] : [control(expectReply('the first message', data, { class: 2 }))];
    },
  },
  {
    id: 'after-local-recipient',
    how: 'that has named a recipient of the server’s own first',
    obstacle: needsLocalRecipient,
    bring: async (session, { sender, facts, foreignRecipient }) => {
      await session.mail(sender);
      const local = await session.rcpt(facts.localRecipient);
      const foreign = await session.rcpt(foreignRecipient);
      await session.command('RSET');
      return [
        control(expectReply(`RCPT ${facts.localRecipient}`, local, { class: 2 })),
        expectReply(`RCPT ${foreignRecipient} behind it`, foreign, { class: 4 }, { class: 5 }),
      ];
    },
  },
  {
    id: 'mail-auth-parameter',
    how: 'that names a user in the parameter AUTH of MAIL',
    bring: async (session, { sender, facts, foreignRecipient }) => {
      const mail = await session.mail(sender, `AUTH=${facts.localRecipient}`);
      if (!isOfClass(mail, 2)) return [expectReply('MAIL with AUTH=', mail, { class: 4 }, { class: 5 })];
      const rcpt = await session.rcpt(foreignRecipient);
      await session.command('RSET');
      return [expectReply('RCPT after MAIL with AUTH=', rcpt, { class: 4 }, { class: 5 })];
    },
  },
  {
    id: 'login-before-starttls',
    how: 'that has logged in, and then begun TLS, with which the login is forgotten',
    login: true,
    obstacle: ({ logins, starttls }) =>
      logins.some((offer) => isClear(offer) && starttls.includes(offer.port))
        ? undefined
        : 'nobody is meant to log in by PLAIN before STARTTLS',
    bring: async (session, { facts }) => {
      const login = await session.authenticate(plain(facts.user));
      const ready = await session.startTls();
      if (!hasCode(ready, 220)) throw new NotApplicable(`it begins no TLS after a login: ${inWords(ready)}`);
      await session.ehlo();
      return [control(expectReply('AUTH PLAIN', login, ...facts.replies.loginAccepted))];
    },
  },
];

function clearLogin({ facts }: Probe): Route {
  const clear = facts.logins.filter((offer) => isClear(offer) && facts.starttls.includes(offer.port));
  return loginRoute({ ...facts, logins: clear }, { mechanism: 'PLAIN' });
}

function isClear({ security, mechanisms }: LoginOffer): boolean {
  return security === 'plain' && mechanisms.includes('PLAIN');
}
