import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { pastedLog } from '../../../helpers/diagnosis/log/pasted-lines';
import { forms } from '../../../helpers/diagnosis/topics/forms';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const delivery =
  'Nov 24 23:49:37 mail postfix/smtp[9]: 4Q1: to=<bob@example.org>, relay=mx.example.org[198.51.100.3]:25';

/** Lines whose form everybody knows, with words that nobody does. */
const ofUnknownWords = [
  [
    `${delivery}, dsn=5.0.0, status=bounced (host mx.example.org[198.51.100.3] said: 550 zork (in reply to MAIL FROM command))`,
    'relay-client/sender-not-allowed',
  ],
  [
    `${delivery}, dsn=5.0.0, status=bounced (host mx.example.org[198.51.100.3] said: 550 zork (in reply to RCPT TO command))`,
    'delivery/recipient-unknown-elsewhere',
  ],
  [
    `${delivery}, dsn=5.0.0, status=bounced (host mx.example.org[198.51.100.3] said: 550 zork (in reply to end of DATA command))`,
    'relay-client/taken-for-spam',
  ],
  [
    `${delivery}, dsn=4.7.1, status=deferred (host mx.example.org[198.51.100.3] said: 451 zork (in reply to RCPT TO command))`,
    'relay-client/next-server-troubled',
  ],
  [
    `${delivery}, dsn=4.0.0, status=deferred (host mx.example.org[198.51.100.3] refused to talk to me: 554 zork)`,
    'relay-client/own-address-listed',
  ],
  [
    'Nov 24 23:49:37 mail postfix/smtpd[9]: NOQUEUE: reject: RCPT from client.example.net[192.0.2.3]: 550 5.7.1 zork; from=<alice@example.net> to=<bob@example.test> proto=ESMTP helo=<client.example.net>',
    'relay-refused/refused-in-own-words',
  ],
  ['Nov 24 23:49:37 mail dovecot: auth: Fatal: zork', 'dovecot/service-ends-at-start'],
  [
    'Nov 24 23:49:37 mail saslauthd[9]: do_auth         : auth failure: [user=alice] [service=smtp] [realm=] [mech=zork] [reason=zork]',
    'saslauthd/back-end-refuses',
  ],
  [
    '2026-11-24 10:00:00 login authenticator failed for client.example.net [192.0.2.3]: 435 zork',
    'exim/wrong-password',
  ],
] as const;

test.each(ofUnknownWords)('%s: %s is possible, and nothing is more', async (line, id) => {
  const { findings } = await diagnosed(line);

  expect(findings.map(({ mode }) => mode.id)).toContain(id);
  expect(new Set(findings.map(({ confidence }) => confidence))).toEqual(new Set(['possible']));
  expect(findings.every(({ evidence }) => evidence[0]?.line === 1)).toBe(true);
});

test.each([
  ['Nov 24 23:49:37 mail postfix/smtpd[9]: too many errors after UNKNOWN from', 'limits/refused-too-often'],
  [
    'NOQUEUE: reject: MAIL from unknown[192.168.3.31]: 552 5.3.4 Message size exceeds fixed limit;',
    'limits/message-size',
  ],
])('a line that is nearly a known one is likest to that: %s', async (line, id) => {
  expect((await diagnosed(line)).findings[0]).toMatchObject({ mode: { id }, confidence: 'possible' });
});

test('what is possible by its form is still a line that nothing explains', async () => {
  const { findings, unexplained } = await diagnosed(ofUnknownWords[0][0]);

  expect(findings.length).toBeGreaterThan(1);
  expect(unexplained.lines).toBe(1);
});

test('where other lines tell something, the form tells nothing', async () => {
  const known = 'postfix/smtpd[16]: fatal: bad boolean configuration: smtpd_sasl_auth_enable = yes,';
  const { findings } = await diagnosed(`${known}\n${ofUnknownWords[0][0]}`);

  expect(findings.map(({ confidence }) => confidence)).not.toContain('possible');
});

test.each([
  `${delivery}, dsn=2.0.0, status=sent (250 zork)`,
  'Nov 24 23:49:37 mail postfix/smtpd[9]: connect from client.example.net[192.0.2.3]',
  '2026-11-24 10:00:00 1vNZ2k-000123-AB <= alice@example.net H=client.example.net [192.0.2.3] P=esmtpsa',
])('nothing is said of what goes well: %s', async (line) => {
  expect((await diagnosed(line)).findings).toEqual([]);
});

test('forms lead to modes that there are, each once', () => {
  const known = new Set(catalogue.map(({ id }) => id));

  expect(forms.flatMap(({ modes }) => modes.filter((id) => !known.has(id)))).toEqual([]);
  for (const { modes } of forms) expect(new Set(modes).size).toBe(modes.length);
});

function diagnosed(text: string) {
  return diagnose(catalogue, { logs: [pastedLog('mail.log', text)], facts: noFacts });
}

/** Told in a sentence, or shown without what is logged around it. */
test.each([
  [
    'Each one got a "PASS NEW" and of course the "450 4.3.2 Service currently unavailable" rejection.',
    'services/postscreen-puts-off',
  ],
  ["553 you don't authenticate or the domain is not allowed relay", 'client/sends-without-login'],
  ['454 4.7.1 <bob@example.com: Relay access denied;', 'relay-refused/own-domain-not-local'],
])(
  '%s: %s is possible, by the words that a known line has in a row, or by what a reply speaks of',
  async (line, id) => {
    const { findings } = await diagnosed(line);

    expect(findings.map(({ mode }) => mode.id)).toContain(id);
    expect(new Set(findings.map(({ confidence }) => confidence))).toEqual(new Set(['possible']));
  },
);

test('a number in a sentence tells nothing', async () => {
  const { findings } = await diagnosed(
    'The queue had 554 Messages in it when the report was written at 450 Main Street.',
  );

  expect(findings).toEqual([]);
});
