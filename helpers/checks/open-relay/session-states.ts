import type { Security } from '../../model/vantage';
import { hasCode } from '../../smtp/answers';
import { composeMessage } from '../../smtp/messages';
import { plain } from '../../smtp/sasl/plain';
import type { WireSession } from '../../smtp/wire-session';
import type { TargetFacts } from '../../targets/target';

/** A state into which a session is brought before somebody tries to relay in it. */
export interface SessionState {
  readonly words: string;
  /** `notToBeHad` where the server does not let it come about. */
  readonly bring: (session: WireSession, facts: TargetFacts) => Promise<unknown>;
  /** MAIL and RCPT go in one packet. */
  readonly pipelined?: true;
  /** Whether a session on such a way can be in it; all can unless said. */
  readonly possible?: (way: { readonly port: number; readonly security: Security }, facts: TargetFacts) => boolean;
}

/** That a session can not be brought into a state: there is nothing to be tried. */
export const notToBeHad = Symbol('not to be had');

const failedLogin: SessionState = {
  words: 'after a failed login',
  bring: (session, { user }) => session.authenticate(plain({ ...user, password: `not-${user.password}` })),
};

const inTls: SessionState = {
  words: 'in TLS',
  bring: async (session) => hasCode(await session.startTls(), 220) && session.ehlo(),
  possible: ({ port, security }, { starttls }) => security === 'plain' && starttls.includes(port),
};

const secondEhlo: SessionState = {
  words: 'after a second EHLO',
  bring: (session, { hostname }) => session.ehlo(hostname),
};

const afterReset: SessionState = {
  words: 'after a transaction',
  bring: async (session, { senderDomain, localRecipient }) => {
    await session.mail(`first@${senderDomain}`);
    await session.rcpt(localRecipient);
    return session.command('RSET');
  },
};

const afterMessage: SessionState = {
  words: 'after a message',
  bring: (session, { senderDomain, localRecipient }) => {
    const [from, to] = [`first@${senderDomain}`, [localRecipient]];
    return session.sendMail({ from, to, message: composeMessage({ from, to, token: 'first' }) });
  },
  possible: (_way, { knowsLocalRecipient }) => knowsLocalRecipient,
};

const loginForgotten: SessionState = {
  words: 'after a login, and then STARTTLS',
  bring: async (session, { user }) => {
    const login = await session.authenticate(plain(user));
    // Who is still logged in relays by right.
    if (!hasCode(login, 235) || !hasCode(await session.startTls(), 220)) return notToBeHad;
    return session.ehlo();
  },
  possible: ({ port, security }, { starttls, logins }) =>
    security === 'plain' &&
    starttls.includes(port) &&
    logins.some((offer) => offer.port === port && offer.security === 'plain' && offer.mechanisms.includes('PLAIN')),
};

/** Those in which every shape of address is tried. */
export const sessionStates: readonly SessionState[] = [
  { words: 'fresh', bring: async () => undefined },
  failedLogin,
  secondEhlo,
  {
    words: 'after a login that was cancelled',
    bring: async (session) => hasCode(await session.command('AUTH PLAIN'), 334) && session.command('*'),
  },
  inTls,
  afterReset,
  afterMessage,
  loginForgotten,
  { words: 'pipelined', bring: async () => undefined, pipelined: true },
];

/** The same, and some of them one after the other. */
export const allSessionStates: readonly SessionState[] = [
  ...sessionStates,
  then(failedLogin, afterReset),
  then(failedLogin, afterMessage),
  then(failedLogin, secondEhlo),
  then(inTls, failedLogin),
  then(inTls, afterMessage),
];

function then(first: SessionState, second: SessionState): SessionState {
  return {
    words: `${first.words}, ${second.words}`,
    bring: async (session, facts) => {
      await first.bring(session, facts);
      return second.bring(session, facts);
    },
    possible: (way, facts) => (first.possible?.(way, facts) ?? true) && (second.possible?.(way, facts) ?? true),
  };
}
