import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mail-system-down',
  kind: 'fault',
  follows: true,
  title: 'a command does not reach a running Postfix, or finds no queue',
  cause:
    'sendmail, postqueue or postdrop were called and nobody answers in the queue folder: Postfix has not been started, has died, or what was started is not Postfix, as in a container whose command is another program. Or the queue folder is another one or lacks maildrop, or postqueue has lost its group. Mail that is handed in stays in maildrop until it runs.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning|fatal): (?:unable to look up public\/(?:pickup|qmgr): No such file or directory|Mail system is down -- accessing queue directly|Queue report unavailable - mail system is down|the Postfix mail system is not running)|^warning: mail_queue_enter: .*maildrop.*No such file/,
        specimen: 'postfix/postdrop[90]: warning: unable to look up public/pickup: No such file or directory',
        strength: 'names',
        program: /\/(?:postdrop|sendmail|postqueue|postfix-script|postsuper)$/,
      },
      {
        pattern:
          /Cannot flush mail queue - mail system is down|Cannot contact class \w+ service \w+ - perhaps the mail system is down/,
        specimen: 'postfix/postqueue[9]: fatal: Cannot flush mail queue - mail system is down',
        strength: 'names',
        alternative: true,
      },
      {
        // Quoted without the reason behind it.
        pattern: /^warning: unable to look up public\/(?:pickup|qmgr)$/,
        specimen: 'postfix/postdrop[90]: warning: unable to look up public/pickup',
        strength: 'suggests',
        program: /\/(?:postdrop|postqueue)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: nobody listens.',
  },
  repair: {
    words: 'Start it, and look for why it is not running in what it logged last.',
    commands: [
      'postconf queue_directory; ls -ld /var/spool/postfix/maildrop /var/spool/postfix/public',
      'postfix status',
      'postfix check; postfix start',
      'docker logs mail | grep -E "fatal|panic"',
    ],
  },
  reproduction: {
    inject: '',
    provoke: [
      {
        kind: 'run',
        script:
          'postfix stop; for n in {1..50}; do postfix status 2>/dev/null || break; sleep 0.1; done; rm -f /var/spool/postfix/public/pickup; echo test | sendmail alice@example.test; postfix start',
      },
    ],
    repair: 'true',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postfix.1.html'],
};
