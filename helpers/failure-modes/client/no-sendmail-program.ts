import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/no-sendmail-program',
  kind: 'client',
  title: 'a program hands its mail to sendmail, and there is none',
  cause:
    'Cron, PHP’s mail() and others start /usr/sbin/sendmail. In a container or on a small system no mail server and no substitute such as msmtp is installed, so the mail is dropped. Or it is at another place than the program looks in: not in its PATH, or outside its chroot.',
  symptoms: {
    log: [
      {
        // Shells; cron of Debian; Node.js; Python; mutt and others.
        pattern:
          /sendmail: (?:command )?not found|No MTA installed, discarding output|spawn (?:\/usr\/sbin\/)?sendmail ENOENT|\/usr\/sbin\/sendmail: No such file or directory|No such file or directory: '(?:\/usr\/sbin\/)?sendmail'|sending message, child exited 127/,
        specimen: 'sh: 1: /usr/sbin/sendmail: not found',
        strength: 'names',
      },
      {
        // Perl; Ruby.
        pattern:
          /couldn't open pipe to sendmail(?!.*(?:Permission denied|Cannot allocate))|Mail::Sendmail::DeliveryError: Delivery failed with exitstatus 127/,
        specimen: "couldn't open pipe to sendmail (/usr/sbin/sendmail): No such file or directory",
        strength: 'names',
        alternative: true,
      },
      {
        // PHPMailer and WordPress, of a sendmail that ended with an error, too; nullmailer.
        pattern: /Could not instantiate mail function|Could not execute: \/usr\/sbin\/sendmail|Could not exec program/,
        specimen: 'Could not instantiate mail function.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: there is no connection.',
  },
  repair: {
    words: 'Let the program send by SMTP, or install a small sendmail that does and give it the server.',
    commands: [
      'yum install msmtp   # Debian: apt-get install msmtp-mta',
      'vi /etc/msmtprc',
      'ls -l /usr/sbin/sendmail; printf "Subject: test\n\ntest\n" | /usr/sbin/sendmail alice@example.test; echo $?',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://marlam.de/msmtp/msmtp.html'],
};
