import type { Finding } from '../../model/verdict';
import { logIn } from '../../sessions/log-in';
import type { Probe } from '../../sessions/probe';
import { loginRoute } from '../../sessions/route';
import { hasCode } from '../../smtp/answers';
import type { TargetFacts } from '../../targets/target';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { expectReply, expectThat } from '../shared/findings';
import { needsUser } from '../shared/obstacles';

/** What is meant by refusing a mechanism to a user who has the right password: RFC 4954 section 6. */
export const checks: readonly Check[] = [
  {
    id: 'rfc/too-weak-534',
    title: 'lets a user in by another mechanism where it says that one is too weak for them (534)',
    level: 'may',
    reference: 'RFC 4954 section 6 (534 5.7.9)',
    ask: async ({ facts }) => {
      const { provenMechanism: another } = facts;
      return refusedWith(534, facts).map(({ words }) =>
        expectThat(another !== undefined, 'another mechanism that lets the user in', `none, and ${words}`),
      );
    },
  },
  {
    id: 'rfc/transition-432',
    title: 'lets a user in by a mechanism that it refused with 432, once they have logged in with PLAIN',
    level: 'should',
    reference: 'RFC 4954 section 6 (432 4.7.12)',
    notApplicable: needsUser,
    ask: async (probe) =>
      (await Promise.all(refusedWith(432, probe.facts).map(({ name }) => transit(probe, name)))).flat(),
  },
];

function refusedWith(code: number, { refusedMechanisms = [] }: TargetFacts) {
  const refused = refusedMechanisms.filter(({ answer }) => hasCode(answer, code));
  if (refused.length === 0) throw new NotApplicable(`no mechanism is refused with ${code} to the user that is known`);
  return refused;
}

/** PLAIN tells the server the password, from which it makes what the other mechanism needs. */
async function transit(probe: Probe, name: string): Promise<readonly Finding[]> {
  const { facts } = probe;
  const logInBy = async (mechanism: string) =>
    logIn(await probe.open(loginRoute(facts, { mechanism })), mechanism, facts.user);
  if (!facts.logins.some(({ mechanisms }) => mechanisms.includes('PLAIN')))
    return [expectThat(false, `PLAIN, by which ${name} could be had`, 'not offered')];
  const plain = await logInBy('PLAIN');
  return [
    expectReply('AUTH PLAIN', plain, ...facts.replies.loginAccepted),
    expectReply(`AUTH ${name} after it`, await logInBy(name), ...facts.replies.loginAccepted),
  ];
}
