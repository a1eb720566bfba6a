import { runCheck } from '../../../helpers/checks/run-check';
import type { ResultFile } from '../../../helpers/model/result';
import { startFakeTarget } from '../targets/fake-target';
import { rendered, renderings } from './all-renderings';
import { accessToken, byNodemailer, byWire, logsInByAll, password, proofIn, quotingServer } from './logins-by-all';
import { resultOf } from './samples';
import { formsOf } from './secret-forms';

describe.each([
  ['as a rule', false],
  ['with --show-secrets', true],
])('what a run says of logins by every mechanism, at a server that quotes what it refuses, %s', (_, showSecrets) => {
  let result: ResultFile;
  let payloads: readonly string[];

  beforeAll(async () => {
    await using server = await quotingServer();
    await using target = await startFakeTarget({
      server,
      facts: { log: 'postfix', user: { user: 'alice', password, host: 'mail' } },
    });
    const check = await runCheck(
      logsInByAll((line) => target.log.write(line), server.received),
      target,
      { showSecrets },
    );
    result = resultOf([check], { target: { ...resultOf([]).target, dnsQuestions: [] } });
    payloads = server.received
      .filter((line) => !/^(?:EHLO|MAIL|RCPT|DATA|RSET|QUIT)\b/.test(line))
      .map((line) => line.replace(/^AUTH \S+ ?/, ''))
      .filter((line) => line !== '');
  });

  test('sent a payload for each of them', () => {
    expect(result.checks[0]?.verdict).toBe('failed');
    expect(result.checks[0]?.evidence.transcripts).toHaveLength(byWire.length + byNodemailer.length);
    expect(payloads.length).toBeGreaterThan(byWire.length + byNodemailer.length);
  });

  if (showSecrets) {
    test.each(['json', 'html', 'text', 'markdown', 'junit', 'tap'])('is all there in %s', (id) => {
      const text = rendered(result).get(id) ?? '';

      expect(text).toContain(payloads[0]);
      expect(text).toContain(password);
    });
  } else {
    test.each(renderings)('has no password, token or payload in %s, in whichever form', (name) => {
      const text = rendered(result).get(name) ?? '';
      const inClear = payloads.map((line) => Buffer.from(line, 'base64').toString());
      const proofs = inClear.flatMap((payload) => proofIn(payload) ?? []);
      // Of CRAM-MD5 by both clients.
      expect(proofs).toHaveLength(byWire.filter((mechanism) => /SCRAM|MD5/.test(mechanism)).length + 1);
      // Who it was is no secret; LOGIN sends that alone.
      const secrets = [password, accessToken, ...proofs].flatMap(formsOf);
      const forbidden = [...secrets, ...payloads, ...inClear].filter((form) => !['alice', 'bob'].includes(form));

      expect(text).not.toBe('');
      expect(forbidden.filter((form) => text.includes(form))).toEqual([]);
    });
  }
});

test('a search for a password finds it in every form in which it could be written', () => {
  const forms = formsOf('s3cret+pass');

  expect(forms).toEqual(expect.arrayContaining(['s3cret+pass', 's3cret%2Bpass', '7333637265742b70617373']));
  for (const user of ['al', 'ali', 'alic']) {
    const payload = Buffer.from(`\0${user}\0s3cret+pass`).toString('base64');
    expect(forms.filter((form) => payload.includes(form))).not.toEqual([]);
  }
});
