import type { Finding } from '../../model/verdict';
import { logIn } from '../../sessions/log-in';
import type { Probe } from '../../sessions/probe';
import { loginRoute, type Route } from '../../sessions/route';
import type { Credentials } from '../../smtp/sasl/mechanism-for';
import type { Check } from '../check';
import { control, expectReply } from '../shared/findings';
import { anyOf, mustBeHowto, needsMechanism, noObstacle, type Obstacle } from '../shared/obstacles';
import { expectNoRelay } from '../shared/relay-attempt';
import { passwordMechanisms } from './accepted-logins';

/** Wrong credentials of every kind: 535, and then no relay in the same session. */
export function refusedLogins(): readonly Check[] {
  return wrongCredentials.flatMap(({ name, words, mechanisms, spoil, reply = 'loginRefused', obstacle = noObstacle }) =>
    mechanisms.map((mechanism) => ({
      id: `authenticated-relay/${mechanism.toLowerCase()}-${name}`,
      title: `refuses ${mechanism} with ${words}, and then to relay`,
      level: 'must' as const,
      reference: 'RFC 4954 sections 4 and 6 (535 5.7.8)',
      rows: [6],
      notApplicable: anyOf(needsMechanism(mechanism), obstacle),
      ask: (probe: Probe) => refuseLogin(probe, mechanism, { wrong: spoil(probe.facts.user), reply }),
    })),
  );
}

const wrongCredentials: readonly {
  readonly name: string;
  readonly words: string;
  readonly mechanisms: readonly string[];
  readonly spoil: (user: Credentials) => Credentials;
  readonly reply?: 'loginRefused' | 'emptyPasswordRefused';
  readonly obstacle?: Obstacle;
}[] = [
  {
    name: 'wrong-password',
    words: 'a wrong password',
    mechanisms: passwordMechanisms,
    spoil: (user) => ({ ...user, password: `not-${user.password}` }),
  },
  {
    name: 'unknown-user',
    words: 'an unknown user',
    mechanisms: passwordMechanisms,
    spoil: (user) => ({ ...user, user: 'nobody-of-that-name' }),
  },
  {
    name: 'wrong-realm',
    words: 'a realm in which the user is not',
    mechanisms: passwordMechanisms,
    spoil: (user) => ({ ...user, user: `${user.user}@realm.invalid`, realm: 'realm.invalid' }),
    // Others may well take no notice of what follows the @.
    obstacle: mustBeHowto,
  },
  {
    name: 'empty-password',
    words: 'an empty password',
    mechanisms: ['PLAIN', 'LOGIN'],
    spoil: (user) => ({ ...user, password: '' }),
    reply: 'emptyPasswordRefused',
  },
];

async function refuseLogin(
  probe: Probe,
  mechanism: string,
  { wrong, reply }: { readonly wrong: Credentials; readonly reply: 'loginRefused' | 'emptyPasswordRefused' },
): Promise<readonly Finding[]> {
  const { replies } = probe.facts;
  const route = loginRoute(probe.facts, { mechanism });
  const right = await openAndLogIn(probe, route, mechanism, probe.facts.user);
  const refused = await openAndLogIn(probe, route, mechanism, wrong);
  return [
    control(expectReply(`AUTH ${mechanism} with the right credentials`, right.answer, ...replies.loginAccepted)),
    expectReply(`AUTH ${mechanism} with the wrong ones`, refused.answer, ...replies[reply]),
    ...(await expectNoRelay(probe, refused.session)),
  ];
}

async function openAndLogIn(probe: Probe, route: Route, mechanism: string, credentials: Credentials) {
  const session = await probe.open(route);
  return { session, answer: await logIn(session, mechanism, credentials) };
}
