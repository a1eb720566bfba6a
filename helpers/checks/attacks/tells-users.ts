import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import { logIn } from '../../sessions/log-in';
import type { Probe } from '../../sessions/probe';
import { loginRoute, serviceRoute } from '../../sessions/route';
import { inWords, isOfClass } from '../../smtp/answers';
import { mechanismFor } from '../../smtp/sasl/mechanism-for';
import type { Check } from '../check';
import { NotApplicable } from '../not-applicable';
import { control, expectReply, expectThat } from '../shared/findings';
import { anyOf, needsLocalRecipient, needsMechanism, needsUser } from '../shared/obstacles';
import { attempt } from '../shared/relay-attempt';
import { postfixAsked } from '../shared/versions-asked';

const nobody = 'nobody-of-that-name';

/** Whether strangers learn who has an account, and users may write as somebody else. */
export function tellsUsers(): readonly Check[] {
  return [
    ...['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5'].map(
      (mechanism): Check => ({
        id: `attacks/${mechanism.toLowerCase()}-tells-no-users`,
        title: `answers ${mechanism} with a wrong password just as with an unknown user`,
        level: 'must',
        reference: 'RFC 4954 section 6; CWE-204',
        rows: [6],
        notApplicable: needsMechanism(mechanism),
        ask: (probe) => compareFailures(probe, mechanism),
      }),
    ),
    {
      id: 'attacks/scram-tells-no-users',
      title: 'challenges in SCRAM an unknown user as it does a known one',
      level: 'should',
      reference: 'RFC 5802 section 9; CWE-204',
      notApplicable: needsUser,
      // Cyrus SASL says at once that there is no such user, whatever server is before it.
      deviations: [
        {
          mta: 'Postfix',
          seenIn: postfixAsked,
          saw: /^535 5\.7\.8 /,
          why: 'Cyrus SASL refuses an unknown user without a challenge',
          source: 'Cyrus SASL plugins/scram.c',
        },
      ],
      ask: compareChallenges,
    },
    {
      id: 'attacks/vrfy-tells-no-users',
      title: 'answers VRFY and EXPN of a user as of nobody',
      level: 'may',
      reference: 'RFC 5321 section 7.3; Postfix disable_vrfy_command',
      notApplicable: needsLocalRecipient,
      ask: compareVrfy,
    },
    {
      id: 'attacks/user-sends-as-another',
      title: 'lets a user who has logged in send as nobody else',
      level: 'may',
      reference: 'RFC 6409 section 6.1; Postfix reject_sender_login_mismatch',
      notApplicable: anyOf(needsUser, needsMechanism('PLAIN')),
      ask: sendAsAnother,
    },
  ];
}

async function compareFailures(probe: Probe, mechanism: string): Promise<readonly Finding[]> {
  const { user } = probe.facts;
  const route = loginRoute(probe.facts, { mechanism });
  const right = await logIn(await probe.open(route), mechanism, user);
  const wrong = { ...user, password: `not-${user.password}` };
  const known = await logIn(await probe.open(route), mechanism, wrong);
  const unknown = await logIn(await probe.open(route), mechanism, { ...wrong, user: nobody });
  return [
    control(expectReply(`AUTH ${mechanism} with what is right`, right, ...probe.facts.replies.loginAccepted)),
    expectThat(same(known, unknown), `the answer to an unknown user: ${inWords(known)}`, inWords(unknown)),
  ];
}

async function compareChallenges(probe: Probe): Promise<readonly Finding[]> {
  const route = loginRoute(probe.facts);
  const begin = async (user: string) => {
    const session = await probe.open(route);
    const name = session.extensions?.authMechanisms.find((one) => /^SCRAM-SHA-\d+$/.test(one));
    const mechanism = name === undefined ? undefined : mechanismFor(name, { ...probe.facts.user, user });
    if (!mechanism) throw new NotApplicable('it does not offer SCRAM');
    const answer = await session.command(`AUTH ${mechanism.name} ${mechanism.initialResponse?.toString('base64')}`);
    if (isOfClass(answer, 3)) await session.command('*');
    return answer;
  };
  const [known, unknown] = [await begin(probe.facts.user.user), await begin(nobody)];
  if (!isOfClass(known, 3)) throw new NotApplicable(`it does not challenge the user that is known: ${inWords(known)}`);
  return [expectThat(isOfClass(unknown, 3), 'a challenge for an unknown user', inWords(unknown))];
}

async function compareVrfy(probe: Probe): Promise<readonly Finding[]> {
  const { localRecipient } = probe.facts;
  const session = await probe.open(serviceRoute(probe.facts));
  const findings = [];
  for (const verb of ['VRFY', 'EXPN']) {
    const known = await session.command(`${verb} ${localRecipient}`);
    const unknown = await session.command(`${verb} ${nobody}@${localRecipient.split('@')[1]}`);
    findings.push(control(expectThat(known.kind === 'reply', `a reply to ${verb}`, inWords(known))));
    const asOne = known.kind === 'reply' && unknown.kind === 'reply' && known.code === unknown.code;
    findings.push(expectThat(asOne, `${verb} of nobody as of a user: ${inWords(known)}`, inWords(unknown)));
  }
  return findings;
}

async function sendAsAnother(probe: Probe): Promise<readonly Finding[]> {
  const { facts } = probe;
  const session = await probe.open(loginRoute(facts, { mechanism: 'PLAIN' }));
  const login = await logIn(session, 'PLAIN', facts.user);
  const from = `somebody-else@${facts.domain}`;
  const { rcpt, last } = await attempt(
    probe,
    session,
    facts.knowsLocalRecipient ? facts.localRecipient : probe.foreignRecipient,
    from,
  );
  return [
    control(expectReply('AUTH PLAIN', login, ...facts.replies.loginAccepted)),
    expectThat(!isOfClass(rcpt ?? last, 2), `MAIL FROM:<${from}>: a refusal`, inWords(rcpt ?? last)),
  ];
}

/** The same but for the name that was said, which a server may quote. */
function same(one: Answer, other: Answer): boolean {
  return inWords(one).replaceAll(nobody, '') === inWords(other).replaceAll(nobody, '');
}
