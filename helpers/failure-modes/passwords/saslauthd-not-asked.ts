import type { FailureMode } from '../../model/failure-mode';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { loginOnly } from '../shared/client-steps';
import { running } from '../shared/facts';
import { isFile, refused, usesSasldb } from '../shared/sasl-files';
import { failed, noticedBy } from './shared/realms';

export const mode: FailureMode = {
  id: 'passwords/saslauthd-not-asked',
  kind: 'fault',
  title: 'saslauthd runs, and smtpd does not ask it',
  cause:
    'With pwcheck_method unset (the how-to comments it out) SASL looks into sasldb2 and nowhere else. The accounts and ' +
    'passwords of the system, and a passwd that was just run, do not count, and `testsaslauthd` proves nothing.',
  symptoms: {
    log: failed,
    facts: [running('saslauthd', true), usesSasldb, isFile('/etc/sasldb2')],
    client: refused,
  },
  repair: {
    words: 'Say in smtpd.conf who checks passwords, with the mechanisms that saslauthd can serve, and restart Postfix.',
    commands: [
      `${writeShippedSmtpdConf}   # Debian: /etc/postfix/sasl/smtpd.conf`,
      'systemctl restart postfix',
      '# or, with sasldb2: saslpasswd2 -c -u example.test alice',
    ],
  },
  reproduction: {
    inject: `saslpasswd2 -d -u example.test alice
mailctl start-saslauthd`,
    provoke: [loginOnly()],
    repair: `echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice
kill "$(cat /run/saslauthd/saslauthd.pid)"`,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
};
