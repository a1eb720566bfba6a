import { readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const refused = [
  'postfix/smtpd[9]: warning: SASL authentication failure: Password verification failed',
  'postfix/smtpd[9]: warning: unknown[192.0.2.9]: SASL PLAIN authentication failed: authentication failure',
];

async function suspectsOf(smtpdConf: string) {
  const { facts } = readConfiguration([{ kind: 'smtpd.conf', file: 'smtpd.conf', text: smtpdConf }], () => undefined);
  const { findings } = await diagnoseLines(catalogue, refused, facts);
  return findings.map(({ mode }) => mode.id);
}

describe('of a refused login, smtpd.conf tells who was asked', () => {
  test('saslauthd: no mode of SQL', async () => {
    const ids = await suspectsOf('pwcheck_method: saslauthd\nmech_list: plain login\n');

    expect(ids).toContain('saslauthd/back-end-refuses');
    expect(ids).not.toContain('passwords/sql-finds-no-match');
  });

  test('SASL’s own plug-in for SQL: none of saslauthd', async () => {
    const ids = await suspectsOf('pwcheck_method: auxprop\nauxprop_plugin: sql\nsql_engine: mysql\n');

    expect(ids).toEqual(['passwords/sql-finds-no-match']);
  });

  test('sasldb2, as where nothing is said', async () => {
    const ids = await suspectsOf('mech_list: plain login\n');

    expect(ids).toContain('sasldb/no-users');
    expect(ids.filter((id) => id.startsWith('saslauthd/') || id.includes('sql'))).toEqual([]);
  });
});
