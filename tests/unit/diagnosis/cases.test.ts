import { readFileSync } from 'node:fs';
import { type ConfigDocument, readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { logOfLines } from '../../../helpers/diagnosis/log/log-source';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { fixturePath } from './fixture-path';

describe('a login while saslauthd is not running', () => {
  test('suggests what may keep smtpd from it, and blames no password and no bot', async () => {
    const { named, possible, harmless } = await diagnosed('saslauthd-enoent.log');

    expect(named).toEqual([]);
    expect(possible.sort()).toEqual([
      'saslauthd/asked-in-vain',
      'saslauthd/not-running',
      'saslauthd/outside-chroot',
      'saslauthd/socket-elsewhere',
    ]);
    expect(harmless).toEqual(['client/gone-during-login']);
  });

  test.each([
    ['one way to check a password, and no saslauthd', 'saslauthd', 'saslauthd/not-running'],
    ['two ways to check a password, and no saslauthd', 'saslauthd auxprop', 'saslauthd/asked-in-vain'],
  ])('is decided by %s', async (_fact, method, id) => {
    const text = `##== file /etc/sasl2/smtpd.conf\npwcheck_method: ${method}\n##== processes\nmaster\nsmtpd\n`;

    const { named } = await diagnosed('saslauthd-enoent.log', { kind: 'facts', file: 'facts', text });

    expect(named).toEqual([id]);
  });
});

test('a certificate that smtpd may not read is told from one that is wrong, expired or refused', async () => {
  const { named, possible } = await diagnosed('tls-certificate.log');

  expect(named).toEqual(['tls/file-forbidden']);
  expect(possible).toEqual([]);
});

test('a misspelt restriction is all there is: the login of Dovecot succeeded, the bounce is the notice of it', async () => {
  const text = readFileSync(fixturePath('restriction-typo.cf'), 'utf8');

  const said = await diagnosed('restriction-typo.log', { kind: 'main.cf', file: 'main.cf', text });

  expect(said).toMatchObject({ named: ['relay-refused/restriction-misspelt'], possible: [], unexplained: 0 });
  expect(said.notices).toEqual(
    expect.arrayContaining([
      expect.stringContaining('permit_sasl_authentication, which is no restriction'),
      expect.stringContaining('smtpd_tls_cert_file is set again'),
      expect.stringContaining('smtpd_tls_key_file is set again'),
    ]),
  );
});

async function diagnosed(log: string, ...documents: readonly ConfigDocument[]) {
  const lines = readFileSync(fixturePath(log), 'utf8').trimEnd().split('\n');
  const { facts, notices } = readConfiguration(documents, () => undefined);
  const diagnosis = await diagnose(catalogue, { logs: [logOfLines(log, lines)], facts, notices });
  const ids = (possible: boolean) =>
    diagnosis.findings.flatMap(({ mode, confidence }) => ((confidence === 'possible') === possible ? mode.id : []));
  return {
    named: ids(false),
    possible: ids(true),
    harmless: diagnosis.harmless.map(({ mode }) => mode.id),
    notices: notices.map(({ words }) => words),
    unexplained: diagnosis.unexplained.lines,
  };
}
