import type { Answer } from '../../model/answer';
import type { Finding } from '../../model/verdict';
import type { Probe } from '../../sessions/probe';
import { inWords, isOfClass } from '../../smtp/answers';
import { plain } from '../../smtp/sasl/plain';
import type { Check } from '../check';
import { expectThat, unseen } from '../shared/findings';
import { anyOf, needsMechanism } from '../shared/obstacles';
import { guessedUser, guesserSession, mustBeInLab, rightPasswordGetsIn } from './guesser';

/** Names and passwords that are more than a name or a password to whoever puts them into a query, a filter or a protocol. */
export function namesAndPasswords(): readonly Check[] {
  return [
    {
      id: 'attacks/names-are-no-patterns',
      title: 'takes a name for a name and a password for a password, with wildcards, quotes and tabs in them too',
      level: 'must',
      reference: 'CVE-2002-2043, CVE-2008-1218, CVE-2022-24407; CWE-89, CWE-90',
      rows: [6],
      notApplicable: anyOf(mustBeInLab, needsMechanism('PLAIN')),
      ask: logInAsPatterns,
    },
  ];
}

/** What stands for the user's name, or for any password, where it gets into a query of SQL, a filter of LDAP, or between fields. */
function patternsOf({ user, password }: Readonly<Record<'user' | 'password', string>>) {
  const [name = '', realm] = user.split('@');
  const inRealm = (pattern: string) => (realm === undefined ? pattern : `${pattern}@${realm}`);
  const names = ['%', '*', '_', '?'].map((wildcard) => inRealm(`${name.slice(0, -1)}${wildcard}`));
  return [
    ...[...names, `${user}' or '1'='1`, `${user})(objectClass=*`].map((odd) => ({ user: odd, password })),
    ...["x' or '1'='1", '*', 'x\tskip_password_check=1'].map((odd) => ({ user, password: odd })),
  ];
}

/** Three at a time: some servers let each of them wait. */
async function logInAsPatterns(probe: Probe): Promise<readonly Finding[]> {
  const works = await rightPasswordGetsIn(probe);
  const patterns = patternsOf(guessedUser(probe.facts));
  const asked = await Promise.all(
    [0, 1, 2].map((turn) =>
      askEach(
        probe,
        patterns.filter((_, at) => at % 3 === turn),
      ),
    ),
  );
  const answers = asked.flat();
  const answered = answers.filter(({ answer }) => answer.kind === 'reply');
  const findings = answered.map(({ words, answer }) =>
    expectThat(!isOfClass(answer, 2), `AUTH PLAIN ${words}: a refusal`, inWords(answer)),
  );
  const some = expectThat(
    answered.length > 0,
    'an answer to one of them',
    answers[0] ? inWords(answers[0].answer) : '',
  );
  return [works, unseen(some), ...findings];
}

async function askEach(probe: Probe, patterns: readonly { readonly user: string; readonly password: string }[]) {
  const guessed = guessedUser(probe.facts);
  const answers: { readonly words: string; readonly answer: Answer }[] = [];
  for (const { user, password } of patterns) {
    await using session = await guesserSession(probe, 'names');
    const odd = user === guessed.user ? `with the password ${JSON.stringify(password)}` : `as ${user}`;
    // Who is shut out by now has been answered before.
    const answer = session.extensions
      ? await session.authenticate(plain({ ...guessed, user, password }))
      : session.opened;
    answers.push({ words: odd, answer });
  }
  return answers;
}
