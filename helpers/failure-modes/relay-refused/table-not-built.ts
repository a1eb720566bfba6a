import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mapFails } from '../services/shared/databases';
import { mailOfUser } from '../shared/client-steps';
import { askOwners } from './shared/sender-owners';
import { aliasesUnavailable, lookupFailed } from './shared/tables';

export const mode: FailureMode = {
  id: 'relay-refused/table-not-built',
  kind: 'fault',
  title: 'the database of a table is not there: mostly it was never built',
  cause:
    'main.cf names a hash:, btree: or lmdb: table, but the file that postmap makes of it is not there: postmap was ' +
    'not run, or built another type (without one it takes default_database_type, which newer systems have changed to ' +
    'lmdb), the path is misspelt, or the file was not mounted into the container. Older versions of Postfix end with `fatal`; newer ones put ' +
    'off every mail for which they need the table.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:error|warning|fatal): (?:\S+ is unavailable\. )?open database (?!\S*pass\w*\.|\S*_s?cache\.\w+: )\S+: No such file or directory$/,
        specimen: 'postfix/smtpd[1593]: error: open database /etc/postfix/sender_login.db: No such file or directory',
        strength: 'names',
        program: programOf(
          '(?:smtpd|local|trivial-rewrite|cleanup|proxymap|postscreen|virtual|qmgr|smtp|lmtp|postmap)',
        ),
      },
      lookupFailed,
      aliasesUnavailable,
      mapFails,
      {
        pattern: /^fatal: \w+_maps map lookup problem for /,
        specimen: 'postfix/smtp[29672]: fatal: smtp_generic_maps map lookup problem for alice@host',
        strength: 'suggests',
        program: programOf('(?:smtp|lmtp)'),
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.0 <alice@example.test>: Temporary lookup failure',
  },
  repair: {
    words: 'Build the table; of aliases, with newaliases. In a container, at every start.',
    commands: ['postmap hash:/etc/postfix/sender_login', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: `echo '@outside.example alice@example.test' >/etc/postfix/sender_login
${askOwners}`,
    provoke: [mailOfUser],
    repair: 'postmap hash:/etc/postfix/sender_login',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [
    'https://www.postfix.org/DATABASE_README.html#preparing',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1247',
  ],
};
