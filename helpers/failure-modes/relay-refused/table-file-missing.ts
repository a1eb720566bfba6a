import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailOfUser } from '../shared/client-steps';
import { lookupFailed } from './shared/tables';

export const mode: FailureMode = {
  id: 'relay-refused/table-file-missing',
  kind: 'fault',
  title: 'the file of a table, or of how to ask a database, is not there',
  cause:
    'main.cf names a cidr:, regexp:, pcre: or texthash: table, or the file that says how to ask a database (mysql:, pgsql:, ldap:), and the file is missing, misspelt, or was not mounted into ' +
    'the container. Older versions of Postfix end with `fatal`; newer ones put off every mail for which they need it.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:error|fatal): open (?!\S*\/(?:main|master)\.cf:)\/\S+: No such file or directory$|^warning: \S+ is unavailable\. open \/\S+: No such file or directory$/,
        specimen: 'postfix/smtpd[898]: error: open /etc/postfix/clients: No such file or directory',
        strength: 'names',
        program: programOf('(?:smtpd|proxymap|cleanup|trivial-rewrite|postmap|local|virtual)'),
      },
      lookupFailed,
      {
        pattern: /^(?:fatal: )?open (?!\/)\S+: No such file or directory$/,
        specimen: 'postmap: fatal: open sasl_passwd: No such file or directory',
        strength: 'names',
        program: /^(?:\S+\/)?postmap$/,
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.5 <client.outside.example[198.51.100.7]>: Client host rejected: Server configuration error',
  },
  repair: {
    words: 'Put the file where main.cf looks for it, or take the restriction out.',
    commands: [
      'postconf -n | grep -E "(cidr|regexp|pcre|texthash):"',
      'ls -l /etc/postfix',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_client_restrictions = check_client_access cidr:/etc/postfix/clients'",
    provoke: [mailOfUser],
    repair: "echo '192.0.2.0/24 OK' >/etc/postfix/clients",
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/DATABASE_README.html#types', 'https://www.postfix.org/cidr_table.5.html'],
};
