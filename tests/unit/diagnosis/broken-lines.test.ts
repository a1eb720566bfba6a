import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { pastedLog } from '../../../helpers/diagnosis/log/pasted-lines';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

async function idsIn(text: string): Promise<readonly string[]> {
  const { findings } = await diagnose(catalogue, { logs: [pastedLog('a paste', `${text}\n`)], facts: noFacts });
  return findings.map(({ mode }) => mode.id);
}

test.each([
  [
    'between words',
    ['TLS is required, but was', '   not offered by host mx.example.org[203.0.113.186]'],
    'relay-client/tls-not-offered',
  ],
  [
    'in the middle of words, over three lines',
    [
      'Nov 24 23:49:37 mail postfix/smtpd[236]: warning: cannot get RSA certificate fro',
      'm file "/etc/ssl/mail.example.test/fullchain.pem": disabli',
      'ng TLS support',
    ],
    'tls/certificate-missing',
  ],
])('a line that is broken %s', async (_where, lines, id) => {
  expect(await idsIn(lines.join('\n'))).toContain(id);
});

test('a piece that names something by itself is read with what stands before it', async () => {
  const { findings } = await diagnose(catalogue, {
    logs: [
      pastedLog(
        'a paste',
        `${[
          'Nov 24 23:49:37 mail postfix/smtpd[236]: NOQUEUE: reject: RCPT from client.outside.example',
          '[198.51.100.7]: 451 4.3.5 Server configuration error; from=<x@outside.example> to=<bob@exa',
          'mple.test> proto=ESMTP helo=<client>',
        ].join('\n')}\n`,
      ),
    ],
    facts: noFacts,
  });

  expect(findings.map(({ mode }) => mode.id)).toContain('relay-refused/configuration-error');
  expect(findings.filter(({ confidence }) => confidence !== 'possible')).toEqual([]);
});

test('two sentences, a log line and a program’s are not one line', async () => {
  const pieces = [
    'TLS is required, but was.\nnot offered by host mx.example.org[203.0.113.186]',
    'TLS is required, but was\nmx: not offered by host mx.example.org[203.0.113.186]',
  ];

  for (const piece of pieces) {
    const { findings } = await diagnose(catalogue, { logs: [pastedLog('a paste', piece)], facts: noFacts });
    expect(findings.filter(({ confidence }) => confidence !== 'possible')).toEqual([]);
  }
});

test('what a log quotes is no sentence', async () => {
  expect(
    await idsIn('[INFO] [core] hook=queue plugin=queue/smtp_forward msg="no SASL authentication mechanisms"'),
  ).toEqual([]);
});
