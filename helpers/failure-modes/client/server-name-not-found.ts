import type { FailureMode } from '../../model/failure-mode';
import { connectsInVain, inJakartaMail, nameNotFoundSomewhere } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/server-name-not-found',
  kind: 'client',
  title: 'the name of the mail server is not found where the client runs',
  cause:
    'The name is misspelt, has a blank or smtp:// in it, is a service in another network of containers, or the client’s resolver does not work. dma without a smarthost looks for the server of the recipient’s domain, and says so of that.',
  symptoms: {
    log: [
      {
        // msmtp; Node.js; Go; PHPMailer; Symfony Mailer and Swift Mailer; Jakarta Mail; ssmtp; gen_smtp.
        pattern:
          /cannot locate host \S+: |getaddrinfo (?:ENOTFOUND|EAI_AGAIN) \S+ \S+:(?:25|465|587|2525)\b|getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (?:smtp|mail|mx)[\w.-]*|query(?:A|Aaaa) (?:ENOTFOUND|ESERVFAIL|ETIMEOUT) (?:smtp|mail|mx)[\w.-]*|dial tcp: lookup (?:smtp|mail|mx)\S*(?: on \S+)?: (?:no such host|server misbehaving)|(?:[Mm]ail|[Ss]mtp|SMTP)(?:(?!https?:\/\/).)*dial tcp: lookup .*: (?:no such host|server misbehaving)|SMTP ERROR: Failed to connect to server: .*getaddrinfo|Connection could not be established with host .*getaddrinfo|MessagingException: Unknown SMTP host: |Unable to locate (?:smtp|mail|mx)[\w.-]*$|network_failure, ?[^,}]*, ?\{:?error, ?:?nxdomain|Additional SMTP info: .*getaddrinfo|(?:lettre|[Ss]mtp|SMTP|[Mm]ail).*failed to lookup address information/,
        specimen: 'msmtp: cannot locate host smtp.example.test: Name or service not known',
        strength: 'names',
      },
      nameNotFoundSomewhere,
      inJakartaMail(/UnknownHostException: /, 'UnknownHostException: mail.example.test'),
      connectsInVain,
      {
        // aiosmtplib; Net_SMTP.
        pattern:
          /Error connecting to \S+ on port \d+: \[Errno -\d\]|Failed to connect socket: php_network_getaddresses/,
        specimen:
          'aiosmtplib.errors.SMTPConnectError: Error connecting to mail.example.com on port 587: [Errno -2] Name or service not known',
        strength: 'names',
        alternative: true,
      },
      {
        // Outlook.
        pattern: /0x800CCC0D/,
        specimen: 'The server could not be found. Error Number: 0x800CCC0D',
        strength: 'suggests',
        alternative: true,
      },
      {
        // esmtp; mutt; s-nail; nullmailer; dma; busybox; Zabbix; curl; .NET; lettre; Perl; Thunderbird; Discourse; Jenkins.
        pattern:
          /SMTP server problem Name or service not known|Could not find the host "|Lookup of \S+:\S+ failed: |Sending failed: Host not found|DNS lookup failure: host \S+ not found|sendmail: bad address '|getaddrinfo\(\) failed for '|curl: \(6\) Could not resolve host: (?:smtp|e?mail|mx)|The SMTP host was not found|could not resolve to any address|Connection error: failed to lookup address|Net::SMTP: Bad hostname '|Outgoing server \(SMTP\) \S+ is unknown|SMTP SERVER NOT FOUND|Unknown host name: /,
        specimen: 'nullmailer: Sending failed: Host not found',
        strength: 'names',
        alternative: true,
      },
      {
        // nullmailer.
        pattern: /^(?:Sending failed: )?Connect failed/,
        specimen: 'nullmailer-send[9]: Sending failed: Connect failed',
        strength: 'suggests',
        program: /^nullmailer/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: there is no connection.',
  },
  repair: {
    words: 'Correct the name; it is a host’s name alone. Put both containers in one network.',
    commands: ['getent hosts mail.example.test', 'docker compose exec app getent hosts mail'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6409 section 3.1'],
};
