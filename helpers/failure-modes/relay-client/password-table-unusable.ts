import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { noticedBy, password, queued, smarthost, smtp } from './shared/smarthost';
import { readme } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/password-table-unusable',
  kind: 'fault',
  title: 'the table of passwords for the smarthost can’t be read',
  cause:
    'smtp_sasl_password_maps names a table that was not built with postmap, lies elsewhere, may not be read, or is of a type that this Postfix does not have; or the database or LDAP server behind it does not answer. The line before tells which. Postfix does not go on without it; all mail stays in the queue.',
  symptoms: {
    log: [
      smtp(
        /^warning: \w+: smtp_sasl_passw(?:or)?d(?:_maps)? lookup error$/,
        'warning: 7632D1EE1D3: smtp_sasl_password_maps lookup error',
        'names',
      ),
      smtp(
        /^(?:error|warning): (?:(?:\S+ is unavailable\. )?(?:open database \S+: |unsupported dictionary type: )|\S+ lookup error for ")/,
        'error: open database /etc/postfix/relay_password.db: No such file or directory',
        'accompanies',
      ),
      {
        // By its usual names, whoever asks for it.
        pattern: /open database \S*(?:sasl|relay|smarthost|saslpw)\w*pass\w*\.\w+: No such file or directory/,
        specimen: 'postmap: fatal: open database /etc/postfix/sasl_passwd.db: No such file or directory',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words: 'Build the table, with a type that postconf -m lists.',
    commands: [
      'postconf -h smtp_sasl_password_maps; postconf -m; ls -l /etc/postfix/*passw*',
      'postmap hash:/etc/postfix/relay_password',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
rm /etc/postfix/relay_password.db`,
    provoke: [mailFromInside],
    repair: 'postmap hash:/etc/postfix/relay_password',
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [readme, 'https://github.com/Mailu/Mailu/pull/1918', 'https://github.com/tozd/docker-postfix/issues/8'],
};
