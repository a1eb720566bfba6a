import { playing } from '../../../bench/peers/openings';
import { openRelay } from '../../../helpers/checks/open-relay/open-relay';
import { runCheck } from '../../../helpers/checks/run-check';
import { openSession } from '../../../helpers/sessions/open-session';
import type { Target } from '../../../helpers/targets/target';
import { ContraryServer } from '../../mutants/contrary-server';
import { startFakeTarget } from '../targets/fake-target';

const check = openRelay.checks.find(({ id }) => id === 'open-relay/form-route-by-host');
if (!check) throw new TypeError('there is no such check');

const facts = {
  ports: [{ port: 25, role: 'smtp' }],
  ipv6Ports: [25],
  starttls: [],
  logins: [],
  localDomains: ['example.test'],
  vantagePoints: [
    { name: 'inside', address: '192.0.2.10', hostname: 'inside.example.test' },
    { name: 'outside', address: '198.51.100.7', hostname: 'client.outside.example' },
    { name: 'address:ipv6-outside', address: '2001:db8:9876::7', hostname: 'ipv6.outside.example' },
  ],
} as const;

/** By IPv6 alone, by a source route alone, and only in a session with a failed login and a message before. */
const inOneCell = (line: string, said: readonly string[]) =>
  /^RCPT TO:<@/.test(line) && said.some((one) => /^AUTH /.test(one)) && said.includes('.');

describe('a server that relays in one cell alone, where three things meet', () => {
  test('is not found where any two of them do', async () => {
    await using target = await startHalfOpen();

    expect(await runCheck(check, target)).toMatchObject({ verdict: 'held' });
  });

  test('is found where everything is tried', async () => {
    await using target = await startHalfOpen();

    const result = await runCheck(check, target, { thorough: true });

    expect(result).toMatchObject({
      verdict: 'failed',
      reason: expect.stringContaining(
        'saw a message from address:ipv6-outside → 25, after a failed login, after a message',
      ),
    });
    expect(result.reason).not.toContain('a message from outside');
    expect(result.evidence.notes).toContainEqual(expect.stringMatching(/^tried in (\d+) circumstances of \1$/));
  });
});

async function startHalfOpen(): Promise<Target> {
  const fake = await startFakeTarget({ facts });
  const usual = await ContraryServer.start(
    playing(
      () => false,
      () => {},
    ),
  );
  const byIpv6 = await ContraryServer.start(playing(inOneCell, (recipient) => void toSink(recipient)));
  const toSink = async (recipient: string) => {
    await using session = await openSession({ ...fake }, { port: 25, security: 'plain' });
    await session.sendMail({ from: '', to: [recipient], message: 'Subject: handed on\r\n\r\n' });
  };
  return {
    ...fake,
    // Who is trusted gets to the sink itself, so that a later message shows that nothing else is under way.
    clientAddress: (vantage, port) =>
      vantage === 'inside'
        ? fake.clientAddress(vantage, port)
        : { host: '127.0.0.1', port: (vantage === 'outside' ? usual : byIpv6).port },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([usual, byIpv6, fake].map((one) => one[Symbol.asyncDispose]()));
    },
  };
}
