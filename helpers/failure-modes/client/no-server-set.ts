import type { FailureMode } from '../../model/failure-mode';
import { noConfigurationFile } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/no-server-set',
  kind: 'client',
  title: 'a substitute for sendmail has no mail server set, or only a host called mail, which it does not reach',
  cause:
    'Without mailhub in ssmtp.conf ssmtp sends to a host called mail at port 25, which hardly anybody has; msmtp without a file with an account sends nothing. In containers the file is made of environment variables: they are not set, or have a colon in a list of Compose where = belongs, so that all of NAME:value is one name. Where a service called mail is meant, it does not run, or is in another network.',
  symptoms: {
    log: [
      {
        pattern: /\bCannot open mail:25\b|Unable to connect to "mail" port 25\./,
        specimen: 'sendmail: Cannot open mail:25',
        strength: 'names',
      },
      noConfigurationFile,
      {
        // nullmailer; .NET; gen_smtp; OTRS.
        pattern:
          /Remote host not set|No remote hosts listed for delivery|The SMTP host was not specified|\{error, ?no_relay\}|No SendmailModule::Host found/,
        specimen: 'nullmailer-send: No remote hosts listed for delivery',
        strength: 'names',
        alternative: true,
      },
      {
        // esmtp.
        pattern: /No configuration file found at \S+ or \/etc\/esmtprc/,
        specimen: 'esmtp: No configuration file found at /root/.esmtprc or /etc/esmtprc',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: there is no connection.',
  },
  repair: {
    words:
      'ssmtp: set mailhub to host and port, or the variables that it is made of: `- SSMTP_HOST=mail.example.test`. msmtp: write an account into /etc/msmtprc.',
    commands: ['grep -v "^#" /etc/ssmtp/ssmtp.conf /etc/msmtprc', 'env | grep -i smtp'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/crazy-max/docker-fail2ban/issues/48'],
};
