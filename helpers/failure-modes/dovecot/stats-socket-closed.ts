import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/stats-socket-closed',
  kind: 'fault',
  title: 'dovecot-lda and doveadm may not tell Dovecot’s stats process what they do',
  cause:
    'Since Dovecot 2.3 every process writes to stats-writer; one that Postfix starts by pipe runs as the mail user and may not. The mail is delivered, and the line ends up in the log or, as output of the command, in the line of the delivery.',
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
      'printf "service stats {\\n  unix_listener stats-writer {\\n    user = vmail\\n    mode = 0660\\n  }\\n}\\n" >/etc/dovecot/conf.d/99-stats.conf',
      'doveadm reload',
    ],
  },
  unreproduced: 'The Dovecot of the reference images delivers by LMTP.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/stats/'],
};
