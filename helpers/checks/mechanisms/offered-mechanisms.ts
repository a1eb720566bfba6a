import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { type Route, routeInWords } from '../../sessions/route';
import { type Credentials, mechanismFor, mechanismNames } from '../../smtp/sasl/mechanism-for';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { expectReply, expectThat, warning } from '../shared/findings';
import { needsUser } from '../shared/obstacles';
import { type Offer, offersOf } from '../shared/offers';

/** The mechanisms beyond those that `authenticated-relay` asks, and that none is left that nobody has asked. */
export function offeredMechanisms(): readonly Check[] {
  return [
    ...families.map(
      ({ name, words, reference, isOne }): Check => ({
        id: `mechanisms/${name}`,
        title: `lets a user in by ${words} wherever it offers that, proves itself where that is part of it, and refuses a wrong password`,
        level: 'must',
        reference,
        rows: [2],
        notApplicable: needsUser,
        ask: (probe) => askFamily(probe, words, isOne),
      }),
    ),
    {
      id: 'mechanisms/all-asked',
      title: 'offers no mechanism that this client can not ask, such as GSSAPI and NTLM',
      level: 'should',
      reference: 'RFC 4954 section 6',
      rows: [2],
      ask: findUnasked,
    },
  ];
}

const families: readonly {
  readonly name: string;
  readonly words: string;
  readonly reference: string;
  readonly isOne: (mechanism: string) => boolean;
}[] = [
  {
    name: 'scram',
    words: 'SCRAM',
    reference: 'RFC 5802 sections 3 and 9; RFC 7677',
    isOne: (mechanism) => /^SCRAM-.*(?<!-PLUS)$/.test(mechanism),
  },
  {
    name: 'scram-plus',
    words: 'SCRAM-…-PLUS',
    reference: 'RFC 5802 section 6; RFC 5929; RFC 9266',
    isOne: (mechanism) => /^SCRAM-.*-PLUS$/.test(mechanism),
  },
  {
    name: 'tokens',
    words: 'XOAUTH2 or OAUTHBEARER with an access token',
    reference: 'RFC 7628 section 3',
    isOne: (mechanism) => ['XOAUTH2', 'OAUTHBEARER'].includes(mechanism),
  },
];

async function askFamily(
  probe: Probe,
  words: string,
  isOne: (mechanism: string) => boolean,
): Promise<readonly Finding[]> {
  const { user, refusedMechanisms = [] } = probe.facts;
  const offers = (await offersOf(probe)).flatMap(({ route, mechanisms }) =>
    mechanisms.filter(isOne).map((mechanism) => ({ route, mechanism })),
  );
  if (offers.length === 0) throw new NotApplicable(`it does not offer ${words}`);
  const known = offers.filter(({ mechanism }) => !refusedMechanisms.some(({ name }) => name === mechanism));
  if (known.length === 0)
    throw new NotApplicable(`${words} is offered and lets nobody in: authenticated-relay/user-gets-in`);
  if (words.includes('token') && user.accessToken === undefined)
    throw new NotApplicable('no access token of the user is known');
  const findings = await Promise.all(oncePerPort(known).map((offer) => logInBothWays(probe, offer)));
  return findings.flat();
}

interface OneOffer {
  readonly route: Route;
  readonly mechanism: string;
}

/** Each mechanism on each port that offers it, in TLS where that can be. */
function oncePerPort(offers: readonly OneOffer[]): readonly OneOffer[] {
  const best = new Map<string, OneOffer>();
  for (const offer of offers) best.set(`${offer.mechanism} ${offer.route.port}`, offer);
  return [...best.values()];
}

async function logInBothWays(probe: Probe, { route, mechanism }: OneOffer): Promise<readonly Finding[]> {
  const { user, replies } = probe.facts;
  const what = `AUTH ${mechanism}, ${routeInWords(route)}`;
  const wrong = {
    ...user,
    password: `not-${user.password}`,
    accessToken: user.accessToken && `not-${user.accessToken}`,
  };
  // Of one connection each: after a failure some servers take no second try.
  const [right, refused] = await Promise.all([
    logIn(probe, route, mechanism, user),
    logIn(probe, route, mechanism, wrong),
  ]);
  return [
    expectReply(what, right.answer, ...replies.loginAccepted),
    ...(right.serverIsProven === undefined
      ? []
      : [expectThat(right.serverIsProven, `${what}: the server's proof that it knows the password`, 'none')]),
    expectReply(`${what} with a wrong password`, refused.answer, ...replies.loginRefused),
  ];
}

async function logIn(
  probe: Probe,
  route: Route,
  name: string,
  credentials: Credentials,
): Promise<{ readonly answer: Answer; readonly serverIsProven: boolean | undefined }> {
  const session = await probe.open(route);
  const mechanism = mechanismFor(name, { ...credentials, channelBinding: session.channelBinding() });
  if (!mechanism) throw new TypeError(`this client knows no mechanism ${name}`);
  const answer = await session.authenticate(mechanism);
  return { answer, serverIsProven: mechanism.serverIsProven?.() };
}

async function findUnasked(probe: Probe): Promise<readonly Finding[]> {
  const unasked = new Set((await offersOf(probe)).flatMap(({ mechanisms }: Offer) => mechanisms.filter(isUnknown)));
  const meant = probe.facts.logins.flatMap(({ mechanisms }) => mechanisms);
  const names = [...unasked].filter((name) => !meant.includes(name));
  for (const name of unasked) probe.note(`${name} is offered and not asked: this client does not speak it`);
  return [
    warning(
      expectThat(names.length === 0, 'no mechanism but those that this client speaks', names.join(' ')),
      `offered, and not asked, since this client does not speak it: ${names.join(', ')}`,
    ),
  ];
}

function isUnknown(mechanism: string): boolean {
  return !mechanismNames().includes(mechanism);
}
