import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/no-sendmail-program',
  kind: 'client',
  title: 'a program hands its mail to sendmail, and there is none',
  cause:
    'Cron, PHP’s mail() and others start /usr/sbin/sendmail. In a container or on a small system no mail server and no substitute such as msmtp is installed, so the mail is dropped.',
  symptoms: {
    log: [
      {
        // Shells; cron of Debian; Node.js; Python; mutt and others.
        pattern:
          /sendmail: (?:command )?not found|No MTA installed, discarding output|spawn (?:\/usr\/sbin\/)?sendmail ENOENT|\/usr\/sbin\/sendmail: No such file or directory|No such file or directory: '(?:\/usr\/sbin\/)?sendmail'|Could not execute: \/usr\/sbin\/sendmail|sending message, child exited 127/,
        specimen: 'sh: 1: /usr/sbin/sendmail: not found',
        strength: 'names',
      },
      {
        // PHPMailer and WordPress; Perl; Ruby; nullmailer.
        pattern:
          /Could not instantiate mail function|couldn't open pipe to sendmail|Mail::Sendmail::DeliveryError: Delivery failed with exitstatus 127|Could not exec program/,
        specimen: "couldn't open pipe to sendmail (/usr/sbin/sendmail): No such file or directory",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: there is no connection.',
  },
  repair: {
    words: 'Let the program send by SMTP, or install a small sendmail that does and give it the server.',
    commands: ['yum install msmtp   # Debian: apt-get install msmtp-mta', 'vi /etc/msmtprc'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://marlam.de/msmtp/msmtp.html'],
};
