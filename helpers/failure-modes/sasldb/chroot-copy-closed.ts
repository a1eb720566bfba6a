import type { FailureMode } from '../../model/failure-mode';
import { intoChroot } from '../shared/chroot';
import { loginOnly } from '../shared/client-steps';
import { fileFact, generic, inChroot, loginBroke, mayBy, notVerified } from '../shared/sasl-files';
import { chrootCopy, denied, noticedBy, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/chroot-copy-closed',
  kind: 'fault',
  title: 'the copy of sasldb2 in the chroot is closed to postfix',
  cause:
    'smtpd is chrooted and opens /var/spool/postfix/etc/sasldb2, though it says /etc/sasldb2 in the log. The copy was ' +
    "made with plain cp by root, and so it is root's, while the original is in order.",
  symptoms: {
    log: [denied, notVerified, loginBroke],
    facts: [
      inChroot,
      fileFact(chrootCopy, 'is there, and postfix may not read it', (fact) => {
        return fact.kind === 'file' && fact.group !== 'sasl' && !mayBy(fact, 'postfix', 4);
      }),
    ],
    client: generic,
  },
  repair: {
    words: 'Give the copy to the group postfix; copy with `cp -p` from now on.',
    commands: ['chgrp postfix /var/spool/postfix/etc/sasldb2', 'chmod 640 /var/spool/postfix/etc/sasldb2'],
  },
  reproduction: {
    inject: `sed -i 's/^\\(submission inet n  *-  *\\)n/\\1y/' /etc/postfix/master.cf
${intoChroot('resolv.conf', 'hosts', 'services', 'nsswitch.conf')}
cp /etc/sasldb2 /var/spool/postfix/etc/`,
    provoke: [loginOnly()],
    repair: 'chgrp postfix /var/spool/postfix/etc/sasldb2 && chmod 640 /var/spool/postfix/etc/sasldb2',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://github.com/panubo/docker-postfix/pull/58', saslReadme],
};
