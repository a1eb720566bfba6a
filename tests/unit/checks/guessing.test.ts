import { attacks } from '../../../helpers/checks/attacks/attacks';
import { runCheck } from '../../../helpers/checks/run-check';
import type { Vantage } from '../../../helpers/model/vantage';
import { openSession } from '../../../helpers/sessions/open-session';
import { loginRoute } from '../../../helpers/sessions/route';
import { plain } from '../../../helpers/smtp/sasl/plain';
import { referenceFacts } from '../../../helpers/targets/reference-facts';
import type { Target } from '../../../helpers/targets/target';
import { guessers } from '../../../helpers/targets/vantage-points';
import { ContraryServer } from '../../mutants/contrary-server';
import { startFakeTarget } from '../targets/fake-target';

const guesses = attacks.checks.filter(({ id }) => /^attacks\/(time-|guessing-|names-)/.test(id));

const { vantagePoints } = referenceFacts('fake');
const facts = {
  ports: [{ port: 587, role: 'submission' }],
  starttls: [],
  logins: [{ port: 587, security: 'plain', mechanisms: ['PLAIN'] }],
  vantagePoints: [...vantagePoints, ...guessers],
} as const;

test('of a server that shuts out an address after a few wrong passwords, all other checks are served afterwards', async () => {
  await using target = await startServerThatShutsOut();

  const results = await Promise.all(guesses.map((check) => runCheck(check, target)));

  expect(results.map(({ id, verdict, reason }) => ({ id, verdict, reason }))).toEqual([
    { id: 'attacks/names-are-no-patterns', verdict: 'held', reason: undefined },
    {
      id: 'attacks/time-tells-no-users',
      verdict: 'not-applicable',
      reason: expect.stringMatching(/^it shuts out who guesses/),
    },
    { id: 'attacks/guessing-is-limited', verdict: 'held', reason: undefined },
    { id: 'attacks/guessing-is-limited-by-address', verdict: 'held', reason: undefined },
    { id: 'attacks/guessing-locks-nobody-out', verdict: 'held', reason: undefined },
  ]);
  await using session = await openSession(target, loginRoute(target.facts));
  expect(await session.authenticate(plain(target.facts.user))).toMatchObject({ code: 235 });
});

test('where another user is known, it is that one whose password is guessed', async () => {
  await using target = await startServerThatShutsOut();

  const [result] = await Promise.all(guesses.slice(-2, -1).map((check) => runCheck(check, target)));

  const said = result?.evidence.notes.join() ?? '';
  expect(target.tried).toEqual(new Set(['alice', 'bob']));
  expect(target.guessedAt).toEqual(new Set(['bob']));
  expect(said).toContain('guess 4: ');
});

/** The address of a client is told by the port that it comes to. */
async function startServerThatShutsOut() {
  const [tried, guessedAt] = [new Set<string>(), new Set<string>()];
  const fake = await startFakeTarget({ facts });
  const served = new Map<Vantage, ContraryServer>();
  for (const { name } of facts.vantagePoints) {
    let failures = 0;
    served.set(
      name,
      await ContraryServer.start((line) => {
        if (line === '') return failures < 3 ? '220 mail.example.test' : '421 4.7.0 Too many failed logins';
        if (/^EHLO/.test(line)) return '250-mail.example.test\n250 AUTH PLAIN';
        if (/^RCPT/.test(line)) return '503 5.5.1 Need MAIL first';
        if (!/^AUTH/.test(line)) return '250 2.0.0 Ok';
        if (failures >= 3) return '421 4.7.0 Too many failed logins';
        const [, user = '', password = ''] = Buffer.from(line.split(' ').at(-1) ?? '', 'base64')
          .toString()
          .split('\0');
        tried.add(user);
        if (password === `correct-horse-${user}`) return '235 2.7.0 Welcome';
        guessedAt.add(user);
        failures++;
        return '535 5.7.8 Wrong';
      }),
    );
  }
  return {
    ...fake,
    tried,
    guessedAt,
    clientAddress: (vantage) => ({ host: '127.0.0.1', port: served.get(vantage)?.port ?? 1 }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...served.values(), fake].map((one) => one[Symbol.asyncDispose]()));
    },
  } satisfies Target & Readonly<Record<'tried' | 'guessedAt', ReadonlySet<string>>>;
}
