import type { CheckResult } from '../../../../helpers/model/result';
import { type Baseline, baselineOf } from '../../../../reports/comparison/baseline';
import { parseBaseline, renderBaseline } from '../../../../reports/comparison/baseline-file';
import { behaviourOf } from '../../../../reports/comparison/behaviour';
import { compare, comparisonStatus, isSame } from '../../../../reports/comparison/compare';
import { comparisonPage } from '../../../../reports/comparison/comparison-page';
import { renderComparison } from '../../../../reports/comparison/comparison-text';
import { parseResult } from '../../../../reports/result/parse-result';
import { check, noEvidence, resultOf } from '../samples';

/** A check whose one session went so: `C: ` and `S: ` before what was said. */
function session(lines: readonly string[], changes: Partial<CheckResult> = {}, startedAt = '2026-08-21T10:00:00.000Z') {
  const entries = lines.map((line, index) => ({
    atMs: index,
    from: line.startsWith('C: ')
      ? ('client' as const)
      : line.startsWith('S: ')
        ? ('server' as const)
        : ('note' as const),
    text: line.replace(/^[CS]: /, ''),
    tls: false,
  }));
  return check('held', {
    evidence: { ...noEvidence, transcripts: [{ title: 'outside → 25', startedAt, entries }] },
    ...changes,
  });
}

function dialogue({ token = 't0123456789', id = '4fXyZ12Abc', mechanisms = 'PLAIN LOGIN', ip = '172.17.0.2' } = {}) {
  return [
    `connected to ${ip}:10100`,
    'S: 220 mail.example.test ESMTP Postfix',
    `C: EHLO ${token}.outside.example`,
    'S: 250-mail.example.test',
    `S: 250-AUTH ${mechanisms}`,
    'S: 250 CHUNKING',
    'C: AUTH CRAM-MD5',
    'S: 334 PDEyMzQ1Ni4xQG1haWw+',
    'C: <secret>',
    'S: 235 2.7.0 Authentication successful',
    `C: RCPT TO:<to-${token}@elsewhere.example>`,
    `S: 554 5.7.1 <to-${token}@elsewhere.example>: Client host [${ip}] rejected`,
    'C: DATA',
    `S: 250 2.0.0 Ok: queued as ${id}`,
  ];
}

const before = baselineOf(resultOf([session(dialogue())]));

describe('what a server was seen to do', () => {
  test('is the replies, behind what they answer', () => {
    expect(behaviourOf(session(dialogue()))).toEqual({
      'outside → 25': [
        'AUTH CRAM-MD5 235 2.7.0 Authentication successful',
        'AUTH CRAM-MD5 334 <challenge>',
        'DATA 250 2.0.0 Ok: queued as <id>',
        'EHLO AUTH PLAIN LOGIN',
        'EHLO CHUNKING',
        'EHLO mail.example.test',
        'RCPT 554 5.7.1 <address>: Client host [<container>] rejected',
        'greeting 220 mail.example.test ESMTP Postfix',
      ],
    });
  });

  test('is the same whatever the time, the token, the queue id and the address of the container', () => {
    const later = session(
      dialogue({ token: 'tffffffffff', id: 'B7E5C20A1F', ip: '172.18.0.9' }),
      { durationMs: 9999, startedAt: '2027-01-01T00:00:00.000Z' },
      '2027-01-01T00:00:00.000Z',
    );

    expect(renderBaseline(baselineOf(resultOf([later], { startedAt: '2027-01-01T00:00:00.000Z' })))).toBe(
      renderBaseline(before),
    );
  });

  test('is the same in whichever order checks and sessions ended', () => {
    const [one, other] = [session(dialogue()), session(['S: 220 other'], { id: 'open-relay/a' })];

    expect(renderBaseline(baselineOf(resultOf([one, other])))).toBe(renderBaseline(baselineOf(resultOf([other, one]))));
  });

  test('has that the server hung up only where it said nothing: after QUIT, who is first is chance', () => {
    expect(behaviourOf(session(['closed by the server']))).toEqual({ 'outside → 25': ['closed by the server'] });
    expect(behaviourOf(session(['S: 220 hello', 'closed by the server']))).toEqual({
      'outside → 25': ['greeting 220 hello'],
    });
  });
});

describe('a baseline', () => {
  test('is read back as it was written', () => {
    const text = renderBaseline(before);

    expect(isSame(compare(parseBaseline(text, 'b.json', parseResult), before))).toBe(true);
    expect(renderBaseline(parseBaseline(text, 'b.json', parseResult))).toBe(text);
  });

  test('can be a result file too', () => {
    const text = JSON.stringify(resultOf([session(dialogue())]));

    expect(isSame(compare(parseBaseline(text, 'result.json', parseResult), before))).toBe(true);
  });

  test('has what all clients hear first once, however many checks heard it', () => {
    const two = baselineOf(resultOf([session(dialogue()), session(dialogue(), { id: 'open-relay/b' })]));

    expect(renderBaseline(two).match(/EHLO CHUNKING/g)).toHaveLength(1);
  });

  test('has the words of a reply once, by command and code, whichever words a server has for one code', () => {
    const answers = ['first', 'second', 'second'].map((words, index) =>
      session(['C: RCPT TO:<a@b.example>', `S: 554 5.7.1 ${words}`], { id: `open-relay/${index}` }),
    );
    const text = renderBaseline(baselineOf(resultOf(answers)));

    expect(text).toContain(' "RCPT 554": "5.7.1 second",\n');
    expect(text).toMatch(/ {2}"RCPT 554 [0-9a-f]{3}": "5.7.1 first"\n/);
    expect(renderBaseline(parseBaseline(text, 'b.json', parseResult))).toBe(text);
  });

  test('changes by one line where the words of a reply do', () => {
    const [one, other] = ['denied', 'forbidden'].map((words) =>
      renderBaseline(
        baselineOf(
          resultOf(['a', 'b'].map((id) => session(['C: RCPT TO:<a@b.example>', `S: 554 5.7.1 ${words}`], { id }))),
        ),
      ).split('\n'),
    );

    expect(one?.filter((line) => !other?.includes(line))).toEqual(['  "RCPT 554": "5.7.1 denied"']);
  });

  test('has the certificate, and what the server asked the DNS, each once; how long the start took it has not', () => {
    const certificate = 'certificate: CN=mail.example.test, issued by itself, RSA 2048';
    const target = {
      ...resultOf([]).target,
      startMs: 2100,
      dnsQuestions: ['PTR 7.100.51.198.in-addr.arpa: a', 'PTR 2.0.17.172.in-addr.arpa: NXDOMAIN'],
    };
    const text = renderBaseline(baselineOf(resultOf([session([certificate])], { target })));

    expect(text).toContain('"certificate CN=mail.example.test, issued by itself, RSA 2048"');
    expect(text).toContain('"PTR 7.100.51.198.in-addr.arpa: a",\n  "PTR <container>.in-addr.arpa: NXDOMAIN"\n');
    expect(text).not.toContain('2100');
  });

  test.each(['', '{}', 'null'])('is not %j', (text) => {
    expect(() => parseBaseline(text, 'b.json', parseResult)).toThrow('b.json is no result');
  });

  test('of another version is told from what is none', () => {
    expect(() => parseBaseline('{"schema":"smtp-auth-harness/baseline/9"}', 'b.json', parseResult)).toThrow(
      'b.json was written by another version of smtp-auth-harness: it is smtp-auth-harness/baseline/9',
    );
  });
});

describe('a comparison', () => {
  test('names a change of mechanisms once, with the checks that saw it', () => {
    const checks = ['a', 'b'].map((id) => session(dialogue(), { id: `open-relay/${id}` }));
    const now = ['a', 'b'].map((id) => session(dialogue({ mechanisms: 'LOGIN PLAIN' }), { id: `open-relay/${id}` }));

    expect(compare(baselineOf(resultOf(checks)), baselineOf(resultOf(now))).behaviour).toEqual([
      {
        before: 'EHLO AUTH PLAIN LOGIN',
        now: 'EHLO AUTH LOGIN PLAIN',
        sessions: ['outside → 25'],
        checks: ['open-relay/a', 'open-relay/b'],
      },
    ]);
  });

  test('names a change once that was seen in TLS and without it', () => {
    const answering = (words: string) => {
      const spoken = session(['C: RCPT TO:<a@b.example>', `S: 554 5.7.1 ${words}`], { id: 'open-relay/plain' });
      const [transcript] = spoken.evidence.transcripts;
      const entries = transcript?.entries.map((entry) => ({ ...entry, tls: true })) ?? [];
      const inTls = { ...spoken.evidence, transcripts: [{ title: 'outside → 465', startedAt: '', entries }] };
      const encrypted = check('held', { id: 'open-relay/tls', evidence: inTls });
      return [baselineOf(resultOf([spoken, encrypted])), baselineOf(resultOf([encrypted]))] as const;
    };
    const [[both, tls], [otherBoth, otherTls]] = [answering('denied'), answering('forbidden')];

    expect(compare(both, otherBoth).behaviour).toEqual([
      {
        before: 'RCPT 554 5.7.1 denied',
        now: 'RCPT 554 5.7.1 forbidden',
        sessions: ['outside → 25', 'outside → 465'],
        checks: ['open-relay/plain', 'open-relay/tls'],
      },
    ]);
    expect(compare(tls, otherTls).behaviour).toMatchObject([{ before: 'TLS RCPT 554 5.7.1 denied' }]);
  });

  test('folds the lines of an answer that is gone', () => {
    const [long, short] = [['S: 250-a', 'S: 250-b', 'S: 250 c'], []].map((lines) =>
      baselineOf(resultOf([session(['S: 220 mail', 'C: NOOP', ...lines])])),
    );
    const comparison = compare(long as Baseline, short as Baseline);

    expect(comparison.behaviour).toMatchObject([{ before: 'NOOP 250 c', more: ['NOOP 250-a', 'NOOP 250-b'] }]);
    expect(renderComparison(comparison, { colour: false, all: false })).toContain(
      '  - NOOP 250 c (and 2 more lines)\n',
    );
    expect(renderComparison(comparison, { colour: false, all: true })).toContain('  - NOOP 250 c\n    NOOP 250-a\n');
    expect(comparisonPage(comparison)).toContain('<code>NOOP 250 c</code><br><code>NOOP 250-a</code>');
  });

  test.each([
    ['held', 'failed', 1],
    ['held', 'could-not-tell', 1],
    ['accepted', 'failed', 1],
    ['not-applicable', 'failed', 1],
    ['failed', 'failed', 0],
    ['failed', 'held', 0],
    ['could-not-tell', 'failed', 0],
    ['held', 'accepted', 0],
    ['not-applicable', 'not-applicable', 2],
  ] as const)('from %s to %s is %d', (was, is, status) => {
    const [a, b] = [was, is].map((verdict) => baselineOf(resultOf([check(verdict, { id: 'open-relay/x' })])));

    expect(a && b && comparisonStatus(compare(a, b), b)).toBe(status);
  });

  test('tells what is new and what is gone; what is new and fails is worse', () => {
    const a = baselineOf(resultOf([check('held', { id: 'dns/old' })]));
    const b = baselineOf(resultOf([check('failed', { id: 'dns/new' })]));
    const comparison = compare(a, b);

    expect(comparison).toMatchObject({ gone: ['dns/old'], added: ['dns/new'], worse: [{ id: 'dns/new' }] });
    expect(comparisonStatus(comparison, b)).toBe(1);
  });

  test('names a question to the DNS that is new or has another answer; of runs that asked less it says nothing', () => {
    const asking = (dnsQuestions: readonly string[], ids: readonly string[]) =>
      baselineOf(
        resultOf(
          ids.map((id) => check('held', { id })),
          { target: { ...resultOf([]).target, dnsQuestions } },
        ),
      );
    const a = asking(['A list.example: 127.0.0.2', 'MX b.example: NXDOMAIN'], ['dns/a']);
    const b = asking(['A list.example: SERVFAIL', 'MX b.example: NXDOMAIN', 'TXT c.example: no data'], ['dns/a']);

    expect(compare(a, b).behaviour.map(({ before: was, now: is }) => [was, is])).toEqual([
      ['DNS A list.example: 127.0.0.2', 'DNS A list.example: SERVFAIL'],
      [undefined, 'DNS TXT c.example: no data'],
    ]);
    expect(compare(a, asking([], ['dns/a', 'dns/b'])).behaviour).toEqual([]);
  });

  test('tells how long the start took in each, and finds nothing worse in that', () => {
    const started = (startMs: number) =>
      baselineOf(resultOf([check('held')], { target: { ...resultOf([]).target, startMs } }));
    const comparison = compare(started(2100), started(64_000));

    expect(renderComparison(comparison, { colour: false, all: false })).toContain(
      'No difference.\n\nStarted in 1 min 4 s, before in 2.1 s.\n',
    );
    expect(comparisonStatus(comparison, started(64_000))).toBe(0);
  });

  test('is told in words', () => {
    const now = baselineOf(resultOf([session(dialogue({ mechanisms: 'PLAIN' }), { verdict: 'failed' })]));
    const text = renderComparison(compare(before, now), { colour: false, all: false });

    expect(text).toContain('Worse (1)\n  open-relay/held: held → failed');
    expect(text).toContain('  - EHLO AUTH PLAIN LOGIN\n  + EHLO AUTH PLAIN\n');
    expect(renderComparison(compare(before, before), { colour: false, all: false })).toContain('No difference.');
  });

  test('as a page runs nothing that a server said', () => {
    const now = baselineOf(resultOf([session(dialogue({ mechanisms: '<script>alert(1)</script>' }))]));

    expect(comparisonPage(compare(before, now))).toContain('EHLO AUTH &lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
