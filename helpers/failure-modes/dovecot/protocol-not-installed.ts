import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/protocol-not-installed',
  kind: 'fault',
  follows: true,
  title: 'protocols names a protocol that this Dovecot does not have',
  cause:
    'IMAP, POP3, LMTP, submission and ManageSieve come in packages of their own (dovecot-imapd, dovecot-lmtpd, …), each with its settings. Without it, or where the name is misspelt or is one of another version (imaps, pop3s, managesieve instead of sieve), Dovecot does not know it and does not start.',
  symptoms: {
    log: [
      {
        pattern: /protocols: Unknown protocol: /,
        specimen:
          'dovecot: config: Error: Invalid configuration in /etc/dovecot/dovecot.conf: protocols: Unknown protocol: lmtp',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No greeting: Dovecot does not run.',
  },
  repair: {
    words: 'Install the package, or take the protocol out.',
    commands: [
      'doveconf protocols',
      'yum install dovecot   # Debian: apt-get install dovecot-lmtpd dovecot-imapd dovecot-managesieved dovecot-submissiond',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/protocols/'],
};
