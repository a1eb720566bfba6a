import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/stats-socket-closed',
  kind: 'fault',
  title: 'a program of Dovecot can not tell the stats process what it does',
  cause:
    'Since Dovecot 2.3 every process writes to stats-writer; one that Postfix starts by pipe, such as dovecot-lda, runs as the mail user and may not. "No such file" or "refused" means that Dovecot, or its service stats, does not run or is of a version before 2.3. The mail is delivered all the same, and the line ends up in the log or, as output of the command, in the line of the delivery.',
  symptoms: {
    log: [
      {
        pattern:
          /stats-writer\)? failed: (?:Permission denied|No such file or directory|Connection refused)|net_connect_unix\(\S*stats-writer/,
        specimen:
          'dovecot: lda(alice@example.test)<1><x>: Error: net_connect_unix(/var/run/dovecot/stats-writer) failed: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is delivered.',
  },
  repair: {
    words: 'Open the socket for the user that delivers.',
    commands: [
      'ls -l /run/dovecot/stats-writer; systemctl status dovecot',
      'printf "service stats {\\n  unix_listener stats-writer {\\n    user = vmail\\n    mode = 0660\\n  }\\n}\\n" >/etc/dovecot/conf.d/99-stats.conf',
      'doveadm reload',
    ],
  },
  unreproduced: 'The Dovecot of the reference images delivers by LMTP.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/stats/'],
};
