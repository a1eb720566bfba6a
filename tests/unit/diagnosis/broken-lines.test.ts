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

test('two sentences, a log line and a program’s are not one line', async () => {
  expect(await idsIn('TLS is required, but was.\nnot offered by host mx.example.org[203.0.113.186]')).toEqual([]);
  expect(await idsIn('TLS is required, but was\nmx: not offered by host mx.example.org[203.0.113.186]')).toEqual([]);
});

test('what a log quotes is no sentence', async () => {
  expect(
    await idsIn('[INFO] [core] hook=queue plugin=queue/smtp_forward msg="no SASL authentication mechanisms"'),
  ).toEqual([]);
});
