import { readConfiguration } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

const refused = [
  'postfix/smtpd[9]: warning: SASL authentication failure: Password verification failed',
  'postfix/smtpd[9]: warning: unknown[192.0.2.9]: SASL PLAIN authentication failed: authentication failure',
];

async function suspectsOf(smtpdConf: string, lines: readonly string[] = refused) {
  const { facts } = readConfiguration([{ kind: 'smtpd.conf', file: 'smtpd.conf', text: smtpdConf }], () => undefined);
  const { findings } = await diagnoseLines(catalogue, lines, facts);
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

  test('what saslauthd says itself tells in any case: another server may have asked it', async () => {
    const line = 'saslauthd[9]: : auth failure: [user=alice] [service=imap] [realm=] [mech=ldap] [reason=Unknown]';

    expect(await suspectsOf('pwcheck_method: auxprop\nauxprop_plugin: sql\n', [line])).toEqual([
      'saslauthd/ldap-refuses',
    ]);
  });

  test('nobody, where it is empty, as that of a server which is not Postfix', async () => {
    expect(await suspectsOf('')).toContain('saslauthd/back-end-refuses');
  });

  test('sasldb2, as where nothing is said', async () => {
    const ids = await suspectsOf('mech_list: plain login\n');

    expect(ids).toContain('sasldb/no-users');
    expect(ids.filter((id) => id.startsWith('saslauthd/') || id.includes('sql'))).toEqual([]);
  });
});

describe('Dovecot’s configuration tells that Postfix was to ask it', () => {
  const listener = 'service auth {\n  unix_listener /var/spool/postfix/private/auth {\n    mode = 0660\n  }\n}\n';
  const mainCf = [
    'myhostname = mail.example.test',
    'mydestination = localhost',
    'smtpd_sasl_auth_enable = yes',
    'smtpd_tls_auth_only = yes',
    'mynetworks = 127.0.0.0/8',
  ].join('\n');
  const idsOf = async (dovecotConf: string, more = '') => {
    const documents = [
      { kind: 'main.cf', file: 'main.cf', text: `${mainCf}\n${more}\n` },
      { kind: 'dovecot.conf', file: 'dovecot.conf', text: dovecotConf },
    ] as const;
    const { facts } = readConfiguration(documents, () => undefined);
    const { findings } = await diagnoseLines(catalogue, refused, facts);
    return findings.map(({ mode, confidence }) => `${mode.id} ${confidence}`);
  };

  test.each([
    ['2.x', listener],
    ['1.x', 'socket listen {\n  client {\n    path = /var/spool/postfix/private/auth\n  }\n}\n'],
  ])('and it still asks Cyrus SASL: %s', async (_version, conf) => {
    expect(await idsOf(conf)).toEqual(expect.arrayContaining([expect.stringMatching(/^dovecot\/type-not-set /)]));
  });

  test('nothing of it where the type is set, the socket is another or commented out', async () => {
    for (const [conf, more] of [
      [listener, 'smtpd_sasl_type = dovecot'],
      [listener, 'smtpd_sasl_type = cyrus'],
      [listener.replace('/var/spool/postfix/private/auth', 'auth-userdb'), ''],
      [listener.replace('  unix', '  #unix'), ''],
    ] as const)
      expect((await idsOf(conf, more)).filter((id) => id.startsWith('dovecot/type-not-set'))).toEqual([]);
  });
});
