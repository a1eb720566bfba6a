import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { generic, loginBroke, notVerified } from '../shared/sasl-files';
import { noticedBy, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/sasldb-path-closed',
  kind: 'fault',
  title: 'the file of passwords, elsewhere than at /etc/sasldb2, is closed to postfix',
  cause:
    'smtpd.conf moves the passwords to another place with sasldb_path, or this SASL was built with another. There smtpd, as the user postfix, needs the right to search every folder on the way and to read the file; a folder for secrets, mode 0700, stops it. Where modes are right, SELinux or AppArmor forbids it.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: SASL authentication problem: unable to open Berkeley db (?!\/etc\/sasldb2:)\S+: Permission denied$/,
        specimen:
          'postfix/smtpd[2523]: warning: SASL authentication problem: unable to open Berkeley db /var/lib/sasl2/sasldb2: Permission denied',
        strength: 'names',
      },
      notVerified,
      loginBroke,
    ],
    facts: [],
    client: generic,
  },
  repair: {
    words: 'Let postfix search the folders, and read the file.',
    commands: [
      'namei -l /etc/secrets/sasldb2',
      'ausearch -m avc -c smtpd -ts recent',
      'chmod 711 /etc/secrets',
      'chgrp postfix /etc/secrets/sasldb2',
    ],
  },
  reproduction: {
    inject: `mkdir -m 700 /etc/secrets && cp -p /etc/sasldb2 /etc/secrets/
echo 'sasldb_path: /etc/secrets/sasldb2' >/etc/sasl2/smtpd.conf`,
    provoke: [loginOnly()],
    repair: 'chmod 711 /etc/secrets',
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
