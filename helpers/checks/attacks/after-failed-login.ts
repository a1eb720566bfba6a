import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import { inWords, isOfClass } from '../../smtp/answers';
import type { SaslMechanism } from '../../smtp/sasl/mechanism';
import { mechanismFor } from '../../smtp/sasl/mechanism-for';
import type { Check, KnownDeviation } from '../check';
import { control, expectRefusal, expectReply, expectThat } from '../shared/findings';
import { needsMechanism } from '../shared/obstacles';

/** As rfc/cram-challenge-is-new has it. */
const eximWithinASecond: KnownDeviation = {
  mta: 'Exim',
  seenIn: ['4.96'],
  saw: /^(the same$|235 )/,
  why: 'a challenge is made of the process id and the second: within one second of a session it is the same',
  source: 'auths/cram_md5.c',
};

/**
 * What a login that failed leaves behind in its session. In Postfix before 2.8.3 it was the memory of the exchange, which the next
 * one used (CVE-2011-1720). Asked by one and the same mechanism: another one after it is what corrupts that memory, and is not
 * tried.
 */
export const checks: readonly Check[] = ['CRAM-MD5', 'DIGEST-MD5'].map((mechanism) => ({
  id: `attacks/failed-${mechanism.toLowerCase()}-leaves-nothing`,
  title: `begins anew after a login by ${mechanism} that failed: with another challenge, and the first one's answer is worth nothing`,
  level: 'must',
  reference: 'RFC 4954 section 4; CVE-2011-1720',
  notApplicable: needsMechanism(mechanism),
  ...(mechanism === 'CRAM-MD5' && { deviations: [eximWithinASecond] }),
  ask: (probe) => failThenLogIn(probe, mechanism),
}));

async function failThenLogIn(probe: Probe, name: string): Promise<readonly Finding[]> {
  const { user, replies } = probe.facts;
  const route = loginRoute(probe.facts, { mechanism: name });
  const usual = await (await probe.open(route)).authenticate(exchange(name, user));
  const session = await probe.open(route);
  const challenges: Buffer[] = [];
  const listening = (mechanism: SaslMechanism, respond: (challenge: Buffer) => Buffer): SaslMechanism => ({
    ...mechanism,
    respond: (challenge) => {
      challenges.push(challenge);
      return respond(challenge);
    },
  });
  const wrong = exchange(name, { ...user, password: `not-${user.password}` });
  const failed = await session.authenticate(listening(wrong, (challenge) => wrong.respond(challenge)));
  const [first = Buffer.alloc(0)] = challenges.splice(0);
  const right = exchange(name, user);
  const late = await session.authenticate(listening(right, () => right.respond(first)));
  const [second] = challenges;
  const findings = [
    control(expectReply(`AUTH ${name} in a session of its own`, usual, ...replies.loginAccepted)),
    control(
      expectThat(
        isOfClass(failed, 4) || isOfClass(failed, 5),
        `AUTH ${name} with a wrong password: a refusal`,
        inWords(failed),
      ),
    ),
  ];
  // One that ends the session keeps nothing of it.
  if (late.kind === 'closed') return [...findings, expectThat(true, 'the end of the session', inWords(late))];
  return [
    ...findings,
    expectThat(second === undefined || !second.equals(first), 'another challenge than the first', 'the same'),
    expectRefusal(`AUTH ${name} with the right answer to the first challenge`, late),
  ];
}

function exchange(name: string, credentials: Probe['facts']['user']): SaslMechanism {
  const mechanism = mechanismFor(name, credentials);
  if (!mechanism) throw new TypeError(`this client knows no mechanism ${name}`);
  return mechanism;
}
