import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { absent, alone } from '../shared/facts';
import { authEnabled, inChroot, isFile, notVerified, refused, usesSasldb } from '../shared/sasl-files';
import { absentOrRefused, chrootCopy, noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/outside-chroot',
  kind: 'fault',
  title: 'smtpd is chrooted, and sasldb2 is outside',
  cause:
    "Debian's master.cf runs smtpd in /var/spool/postfix, where /etc/sasldb2 means /var/spool/postfix/etc/sasldb2. There " +
    'is no such file; SASL takes that for a file without users, and every password is refused without a hint, while ' +
    '`sasldblistusers2` lists the user.',
  symptoms: {
    log: [absentOrRefused, notVerified],
    facts: [alone(inChroot), absent(chrootCopy), isFile(sasldb), usesSasldb, authEnabled],
    client: refused,
  },
  repair: {
    words: 'Run smtpd without chroot, as CentOS does; or keep a copy of the file in the chroot, and in step.',
    commands: [
      'postconf -F smtp/inet/chroot=n submission/inet/chroot=n',
      '# or: cp -p /etc/sasldb2 /var/spool/postfix/etc/',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "sed -i 's/^\\(submission inet n  *-  *\\)n/\\1y/' /etc/postfix/master.cf",
    provoke: [loginOnly()],
    repair: 'postconf -F submission/inet/chroot=n',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [
    'https://github.com/panubo/docker-postfix/pull/58',
    'https://github.com/panubo/docker-postfix/issues/48',
    saslReadme,
  ],
};
