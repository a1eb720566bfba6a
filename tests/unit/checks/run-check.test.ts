import type { Check } from '../../../helpers/checks/check';
import { runCheck } from '../../../helpers/checks/run-check';
import { control, expectReply, expectThat } from '../../../helpers/checks/shared/findings';
import type { Finding } from '../../../helpers/model/verdict';
import { plain } from '../../../helpers/smtp/sasl/plain';
import { ScriptedServer } from '../smtp/scripted-server';
import { startFakeTarget } from '../targets/fake-target';

const check = (ask: Check['ask'], more: Partial<Check> = {}): Check => ({
  id: 'open-relay/example',
  title: 'refuses what it should',
  level: 'must',
  reference: 'RFC 5321',
  ask,
  ...more,
});

test('what does not apply is not asked, and says why', async () => {
  await using target = await startFakeTarget();
  const ask = jest.fn();

  const result = await runCheck(check(ask, { notApplicable: () => 'there is no such port' }), target);

  expect(result).toMatchObject({ verdict: 'not-applicable', reason: 'there is no such port', suite: 'open-relay' });
  expect(ask).not.toHaveBeenCalled();
});

test('what is as expected held, and has no reason', async () => {
  await using target = await startFakeTarget();

  const result = await runCheck(
    check(async () => [expectThat(true, 'a', 'a')]),
    target,
  );

  expect(result.verdict).toBe('held');
  expect(result).not.toHaveProperty('reason');
});

test('what is otherwise failed, and says what was expected and what was seen', async () => {
  await using target = await startFakeTarget();

  const result = await runCheck(
    check(async (probe) => {
      const session = await probe.open({ port: 25, security: 'plain' });
      return [expectReply('NOOP', await session.command('NOOP'), { code: 500 })];
    }),
    target,
  );

  expect(result).toMatchObject({ verdict: 'failed', reason: expect.stringMatching(/^expected NOOP: 500; saw 250 /) });
});

test.each<[string, Check['ask'], string]>([
  [
    'a control is lost',
    async () => [control(expectThat(false, 'a', 'b')), expectThat(true, 'c', 'c')],
    'control failed',
  ],
  ['an error is thrown', () => Promise.reject(new Error('the lab is gone')), 'the lab is gone'],
  ['something else is thrown', () => Promise.reject('no reason'), 'no reason'],
  ['nothing is asked', async () => [], 'nothing was asked'],
])('where %s it could not tell', async (_, ask, reason) => {
  await using target = await startFakeTarget();

  expect(await runCheck(check(ask), target)).toMatchObject({
    verdict: 'could-not-tell',
    reason: expect.stringContaining(reason),
  });
});

describe('what is otherwise than expected', () => {
  const ask: Check['ask'] = async () => [expectThat(true, 'x', 'x'), expectThat(false, 'VRFY: 252', '502 5.5.1 No')];
  const reason = 'expected VRFY: 252; saw 502 5.5.1 No';

  test('fails where it must be', async () => {
    await using target = await startFakeTarget();

    expect(await runCheck(check(ask, { level: 'must' }), target)).toMatchObject({ verdict: 'failed', reason });
  });

  test('is not told of a server that is merely slow', async () => {
    await using target = await startFakeTarget();
    const silent = (afterMs: number) => expectReply('EHLO', { kind: 'silence', afterMs, partial: '' }, { code: 250 });
    const verdict = async (...findings: readonly Finding[]) =>
      (
        await runCheck(
          check(async () => findings),
          target,
        )
      ).verdict;

    expect(await verdict(silent(10_001))).toBe('could-not-tell');
    expect(await verdict(silent(10_001), expectThat(false, 'a', 'b'))).toBe('failed');
    target.log.write(
      'Nov 24 23:49:37 mail postfix/master[12]: warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling',
    );
    expect(await verdict(silent(1_001))).toBe('failed');
  });

  test('is warned of where it should be', async () => {
    await using target = await startFakeTarget();

    expect(await runCheck(check(ask, { level: 'should' }), target)).toMatchObject({
      verdict: 'held',
      warning: 'should be, and is not: refuses what it should',
      reason,
    });
  });

  test('is told where servers have latitude', async () => {
    await using target = await startFakeTarget();

    const result = await runCheck(check(ask, { level: 'may' }), target);

    expect(result).toMatchObject({ verdict: 'held', reason });
    expect(result).not.toHaveProperty('warning');
  });

  test.each<[string, string, string, RegExp, 'held' | 'failed']>([
    ['is told of a server that is known to do so', 'Postfix', '3.7.11', /^502/, 'held'],
    ['fails of another server', 'Exim', '4.96', /^502/, 'failed'],
    ['fails of another version', 'Postfix', '2.10.1', /^502/, 'failed'],
    ['fails where something else is seen', 'Postfix', '3.7.11', /^500/, 'failed'],
  ])('%s', async (_, mta, version, saw, verdict) => {
    await using fake = await startFakeTarget();
    const versions = { [mta.toLowerCase()]: version };
    const target = {
      ...fake,
      summary: async () => ({ name: 'x', image: 'x', mta, versions, hostname: 'x', notice: undefined }),
    };
    const where = { seenIn: ['3.7.11', '3.10.5'], source: 'postconf(5)' };
    const deviations = [{ mta: 'Postfix', versions: { from: '3.0' }, saw, why: 'it is switched off', ...where }];

    const result = await runCheck(check(ask, { level: 'must', deviations }), target);

    expect(result.verdict).toBe(verdict);
    const known = 'known of Postfix: it is switched off (postconf(5); seen in 3.7.11, 3.10.5)';
    expect(result.reason).toBe(verdict === 'held' ? `${known}\n${reason}` : reason);
  });
});

test('what the how-to brings about is known of servers with its configuration alone', async () => {
  const where = { seenIn: ['3.7.11'], source: 'postconf(5)' };
  const deviations = [
    { mta: 'Postfix', configuration: 'howto', saw: /./, why: 'it sets no such thing', ...where } as const,
  ];
  const known = check(async () => [expectThat(false, 'a', 'b')], { deviations });
  const verdicts = [];

  for (const configuration of ['howto', 'own'] as const) {
    await using fake = await startFakeTarget({ facts: { configuration } });
    const summary = { name: 'x', image: 'x', mta: 'Postfix', versions: {}, hostname: 'x', notice: undefined };
    verdicts.push((await runCheck(known, { ...fake, summary: async () => summary })).verdict);
  }

  expect(verdicts).toEqual(['held', 'failed']);
});

test('where no session is to be had it could not tell, and shows the dialogue', async () => {
  await using server = await ScriptedServer.start({ greeting: ['421 4.3.2 Come back later'] });
  await using target = await startFakeTarget({ server });

  const result = await runCheck(
    check(async (probe) => {
      await probe.open({ port: 25, security: 'plain' });
      return [expectThat(true, 'a', 'a')];
    }),
    target,
  );

  expect(result).toMatchObject({
    verdict: 'could-not-tell',
    reason: 'no session outside → 25: 421 4.3.2 Come back later',
  });
  expect(result.evidence.transcripts[0]?.entries.map(({ text }) => text)).toContain('421 4.3.2 Come back later');
});

describe('the evidence', () => {
  const password = 'correct-horse-alice';
  const inBase64 = Buffer.from(`\0alice\0${password}`).toString('base64');

  const logsIn = check(async (probe) => {
    const session = await probe.open({ port: 587, security: 'plain' });
    const answer = await session.authenticate(plain({ user: 'alice', password }));
    return [expectReply('AUTH PLAIN', answer, { code: 235, enhanced: '2.7.0' })];
  });

  // A server that logs what its clients say, as with debug_peer_list.
  const start = async () => {
    const server = await ScriptedServer.start({ replies: { AUTH: ['235 2.7.0 Ok'], RCPT: ['503 5.5.1 MAIL first'] } });
    const target = await startFakeTarget({ server, facts: { user: { user: 'alice', password, host: 'mail' } } });
    const logged: Check = {
      ...logsIn,
      ask: async (probe) => {
        const findings = await logsIn.ask(probe);
        target.log.write(
          `Nov 28 07:00:00 mail postfix/smtpd[7]: warning: ${probe.token} said the password ${password}`,
        );
        return findings;
      },
    };
    return { server, target, logged };
  };

  test('has no password, in the dialogue or in the log', async () => {
    const { server, target, logged } = await start();
    await using _server = server;
    await using _target = target;

    const result = await runCheck(logged, target);
    const { evidence } = result;

    expect(result.verdict).toBe('held');
    expect(evidence.transcripts[0]?.entries.map(({ text }) => text)).toContain('AUTH PLAIN <secret>');
    expect(evidence.logLines.join()).toContain('said the password <secret>');
    expect(JSON.stringify(result)).not.toContain(password);
    expect(JSON.stringify(result)).not.toContain(inBase64);
  });

  test('has them where they are asked for', async () => {
    const { server, target, logged } = await start();
    await using _server = server;
    await using _target = target;

    const { evidence } = await runCheck(logged, target, { showSecrets: true });

    expect(evidence.transcripts[0]?.entries.map(({ text }) => text)).toContain(`AUTH PLAIN ${inBase64}`);
    expect(evidence.logLines.join()).toContain(password);
  });

  test('ends with the check: its sessions are closed with QUIT', async () => {
    const { server, target, logged } = await start();
    await using _server = server;
    await using _target = target;

    await runCheck(logged, target);

    expect(server.received.at(-1)).toBe('QUIT');
  });
});
