import type { FailureMode } from '../../model/failure-mode';
import { dovecotSays, loginOfAlice, noReason, reply, says, users, usersFail } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/users-missing',
  kind: 'fault',
  title: 'Dovecot’s file of users is not there',
  cause:
    'The passwd-file that passdb names does not exist: the volume or secret with it is not mounted, or mounted ' +
    'elsewhere. Dovecot starts all the same, and every login fails. Where the domain is part of its path (%d), a login with ' +
    'one that has no file fails in the same way. Where it is only the file of master users or of denied ones, of an example that was switched on (auth-master.conf.ext, auth-deny.conf.ext), take that passdb out.',
  symptoms: {
    log: [
      dovecotSays(
        /(?:Error: passwd-file\S* .*(?:open|stat)\((?!\S*(?:\/\/|master|deny)).*\) failed: No such file or directory|missing passwd file: (?!\S*(?:master|deny)))/,
        'missing passwd file: /etc/dovecot/users',
      ),
      {
        // That of master users or of those who are kept out; the others are elsewhere.
        ...dovecotSays(
          /(?:Error: passwd-file\S* .*(?:open|stat)\((?!\S*\/\/)\S*(?:master|deny)\S*\) failed: No such file or directory|missing passwd file: \S*(?:master|deny))/,
          'Error: passwd-file /etc/dovecot/master-users: open(/etc/dovecot/master-users) failed: No such file or directory',
        ),
        strength: 'suggests',
        alternative: true,
      },
      noReason,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words: 'Put the file where passdb looks for it.',
    commands: [
      'doveconf -n passdb | grep args',
      'install -o root -g dovecot -m 640 users /etc/dovecot/users',
      'systemctl restart dovecot',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: `mv ${users} /root/users`,
    provoke: says(loginOfAlice),
    repair: `install -o root -g dovecot -m 640 /root/users ${users}
rm /root/users`,
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: usersFail,
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/passwd_file/'],
};
