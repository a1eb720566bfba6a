import type { FailureMode } from '../../model/failure-mode';
import { dovecotSays, loginOfAlice, noReason, reply, says, users, usersFail } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/users-unreadable',
  kind: 'fault',
  title: 'Dovecot may not read its file of users',
  cause:
    'The auth process runs as the user dovecot. A passwd-file that belongs to root with mode 0600, as a mounted secret usually does, can’t be read by it, nor one in a folder that it may not enter; Dovecot adds which right is missing. Where it says that UNIX permissions appear ok, SELinux or AppArmor forbids it. Dovecot starts without a word, and every login fails.',
  symptoms: {
    log: [
      dovecotSays(
        /Error: passwd-file.*(?:open|stat)\(.*\) failed: Permission denied/,
        'Error: passwd-file /etc/dovecot/users:open(/etc/dovecot/users) failed: Permission denied (euid=101(dovecot) egid=104(dovecot) missing +r perm: /etc/dovecot/users, dir owned by 0:0 mode=0755)',
      ),
      noReason,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words: 'Let the group dovecot read the file, and nobody else.',
    commands: [
      'namei -l /etc/dovecot/users; ausearch -m avc -c auth -ts recent',
      'chown root:dovecot /etc/dovecot/users',
      'chmod 640 /etc/dovecot/users',
      'systemctl restart dovecot',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: `chown root:root ${users}
chmod 600 ${users}`,
    provoke: says(loginOfAlice),
    repair: `chown root:dovecot ${users}
chmod 640 ${users}`,
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: usersFail,
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/passwd_file/'],
};
