import { resultPage } from '../../../../reports/html/result-page';
import { causeOf, check, fullCheck, fullEvidence, fullResult, resultOf, transcript } from '../samples';

/** The page without tags, as it reads. */
function textOf(page: string): string {
  return page
    .replace(/<(style|script)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name as 'lt'],
    )
    .replace(/\s+/g, ' ');
}

describe('the page of a result', () => {
  test('says the verdict, what was tested, and how many checks came to what', () => {
    const text = textOf(resultPage(fullResult));

    expect(text).toContain('✗ 2 of 5 checks failed: mynetworks contains every address; 1 of them not explained.');
    expect(text).toContain('postfix 3.7.11, cyrus-sasl 2.1.28');
    expect(text).toContain('Debian 12 stands in for CentOS 7');
    expect(text).toContain('✓ 1 held ✗ 2 failed ~ 1 accepted ? 1 could not tell – 1 not applicable');
  });

  test('says the cause with what mends it, what shows it and what it explains, and what is not explained', () => {
    const text = textOf(resultPage(fullResult));

    expect(text).toContain(
      "What mends it Name the networks that you trust. postconf -e 'mynetworks = 127.0.0.0/8' " +
        'What shows it mynetworks contains 0.0.0.0/0 /etc/postfix/main.cf:36 mynetworks = 0.0.0.0/0 client=stranger[198.51.100.7]',
    );
    expect(text).toContain('Explains 1 failed check ✗ open-relay/outside-anonymous-foreign');
    expect(text).toContain('Not explained 1 dns 1 ✗ dns/parked-list');
  });

  test('has no section for causes where nothing is wrong', () => {
    expect(resultPage(resultOf([check('held')]))).not.toContain('id="why"');
  });

  test('shows who may relay as a grid, each cell with what was expected', () => {
    const held = { ...fullCheck, id: 'open-relay/held', verdict: 'held' as const };
    const cell = { ...fullCheck.cell, state: 'logged-in', expected: 'taken', port: 587 } as typeof fullCheck.cell;
    const text = textOf(resultPage(resultOf([fullCheck, { ...held, ...(cell && { cell }) }])));

    expect(text).toContain(
      'Client State to a foreign domain port 25 port 587 outside anywhere else not logged in ✗ should be refused',
    );
    expect(text).toContain('logged in ✓ taken');
  });

  test('shows of a check what it asks, why it matters, where it is written, what was said and what was seen', () => {
    const text = textOf(resultPage(resultOf([fullCheck])));

    for (const part of [
      'that it A check that is failed',
      'A server that relays for strangers is found within hours.',
      'RFC 5321 section 3.6.2 (must)',
      'row 10: smtpd_recipient_restrictions',
      '140 TLS client RCPT TO:<victim@foreign.example> 12043 TLS server 250 2.1.5 Ok',
      '32 client STARTTLS',
      'postfix/smtpd[71]: connect from nameless[198.51.100.7]',
      '<probe@example.test> → <victim@foreign.example>',
      'Subject: probe 1',
      'MX foreign.example NXDOMAIN',
      'smtpd_relay_restrictions = permit',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('gives every check the address of its id', () => {
    expect(resultPage(fullResult)).toContain('id="open-relay/outside-anonymous-foreign"');
    expect(resultPage(fullResult)).toContain('href="#open-relay/outside-anonymous-foreign"');
  });

  test('says why a failure is accepted', () => {
    expect(textOf(resultPage(fullResult))).toContain('Accepted because it is meant so');
  });

  test('leaves the how-to out where a target has a configuration of its own', () => {
    const { target } = fullResult;

    expect(resultPage(fullResult)).toContain('id="howto"');
    expect(resultPage({ ...fullResult, target: { ...target, seen: ['25: 220 hello'] } })).not.toContain('id="howto"');
  });

  test('does not call a run that broke off one in which nothing is known to be broken', () => {
    const crash = check('could-not-tell', { id: 'harness/run', suite: 'harness' });

    expect(textOf(resultPage(resultOf([check('held'), crash])))).toContain('? The run broke off');
  });

  test('lets nothing run and nothing be loaded but its own style and script', () => {
    const page = resultPage(fullResult);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];

    expect(policy.replaceAll('&#39;', "'")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^' ]+'; script-src 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'$/,
    );
    expect(page).not.toMatch(/\s(style|on\w+|src)=/);
  });
});

describe('a server that says what it likes', () => {
  const hostile =
    '<img src=x onerror=alert(1)></script><script>alert(2)</script>"\'--> \u202egnp.exe\u001b]0;owned\u0007\u0000';
  const message = {
    ...fullEvidence.relayed[0],
    headers: [{ name: hostile, value: hostile }],
    body: `${hostile}\r\n${hostile}`,
  };
  const everywhere = resultOf(
    [
      check('failed', {
        title: hostile,
        reason: hostile,
        evidence: {
          transcripts: [
            { ...transcript, title: hostile, entries: [{ atMs: 0, from: 'server', text: hostile, tls: false }] },
          ],
          logLines: [hostile],
          relayed: [{ ...message, mailFrom: hostile, rcptTo: [hostile] } as (typeof fullEvidence.relayed)[0]],
          dnsQueries: [{ at: hostile, name: hostile, type: hostile, answer: hostile }],
          notes: [hostile],
        },
      }),
    ],
    {
      target: {
        name: hostile,
        image: hostile,
        mta: hostile,
        versions: { [hostile]: hostile },
        hostname: hostile,
        seen: [hostile],
        notice: hostile,
      },
      failureModes: [causeOf(['open-relay/failed'], { evidence: [{ file: hostile, line: 1, text: hostile }] })],
    },
  );

  test('adds no element to the page', () => {
    const page = resultPage(everywhere);

    expect(page).not.toContain('<img');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script/g)).toHaveLength(1);
  });

  test('is shown as it is, with its control characters and marks of direction visible', () => {
    const page = resultPage(everywhere);

    expect(textOf(page)).toContain(
      '<img src=x onerror=alert(1)></script><script>alert(2)</script>"\'--> \\u202egnp.exe\\x1b]0;owned\\x07\\x00',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
  });

  test('can not make the page too long to be opened', () => {
    const long = 'x'.repeat(5_000_000);
    const relayed = fullEvidence.relayed.map((one) => ({ ...one, body: long }));
    const talkative = {
      ...fullEvidence,
      transcripts: [{ ...transcript, entries: [{ atMs: 0, from: 'server' as const, text: long, tls: false }] }],
      logLines: Array.from({ length: 5_000 }, () => long.slice(0, 5_000)),
      relayed,
    };

    const one = resultPage(resultOf([check('failed', { reason: long, evidence: talkative })]));
    const many = resultPage(
      resultOf(Array.from({ length: 300 }, (_, i) => check('failed', { id: `a/${i}`, evidence: talkative }))),
    );

    expect(Buffer.byteLength(one)).toBeLessThan(3_000_000);
    expect(one).toContain('characters more in result.json');
    expect(one).toContain('4500 lines more in result.json');
    expect(Buffer.byteLength(many)).toBeLessThan(3_000_000);
    expect(many).toContain('What was seen is in result.json');
  });
});
