import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/sendmail-command-fails',
  kind: 'fault',
  title: 'Dovecot hands mail to a sendmail program, which fails',
  cause:
    'LMTP and Sieve send what they forward, answer or refuse by submission_host, or else by sendmail_path, which is run as the mail’s user. That program is not there, may not use the queue or the server’s socket (SELinux keeps processes of Dovecot from that of OpenSMTPD), finds no server, or is refused sender, recipient or mail by it. Its exit status is one of sysexits.h: 69 and 75 are a server that is not there, 77 a right.',
  symptoms: {
    log: [
      {
        pattern: /Sendmail process terminated abnormally, (?:exit status \d+|signal \d+)/,
        specimen:
          'dovecot: lmtp(alice@mail.example.test): Error: Sendmail process terminated abnormally, exit status 69',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: what Sieve forwards or answers is not sent; where it matters, the mail waits with 451.',
  },
  repair: {
    words: 'Let Dovecot send by SMTP, or run the program by hand as that user.',
    commands: [
      'doveconf sendmail_path submission_host',
      'ausearch -m avc -ts recent',
      'echo "submission_host = 127.0.0.1:25" >>/etc/dovecot/local.conf',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/settings/core/#core_setting-submission_host',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/828',
  ],
};
