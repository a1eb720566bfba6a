import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/without-tls',
  kind: 'client',
  title: 'a program can’t speak TLS: a library, module or provider for it is missing',
  cause:
    'The module or extension that speaks TLS is not installed where the program runs, or it was built without. Jakarta Mail says `No provider for smtps` where its list of providers was lost when jars were merged into one. The program can’t say STARTTLS then, and servers that take a login in TLS only offer it none.',
  symptoms: {
    log: [
      {
        // sendEmail; swaks; PHP; PHPMailer; curl; Python; msmtp.
        pattern:
          /No TLS support!\s+SendEmail can't load required libraries|\*\*\* TLS not available: requires |Unable to find the socket transport "?(?:ssl|tls)|Extension missing: openssl|this stream does not support SSL\/crypto|Protocol "?smtps"? (?:is )?(?:not supported|disabled)|No SSL support included in this Python|RuntimeError: No SSL support|No SSL support compiled in|support for TLS is not compiled in/,
        specimen:
          "sendEmail[4309]: ERROR => No TLS support!  SendEmail can't load required libraries. (try installing Net::SSLeay and IO::Socket::SSL)",
        strength: 'names',
      },
      {
        // SnappyMail; SOGo.
        pattern: /SSL isn't supported: \(|TLS not supported by client/,
        specimen: "SSL isn't supported: (tcp, udp, unix, udg)",
        strength: 'names',
        alternative: true,
      },
      {
        // s-nail; Perl; Jakarta Mail; gen_smtp.
        pattern:
          /No TLS support compiled in|To use SSL please install IO::Socket::SSL|No provider for smtps|\{permanent_failure, ?ssl_not_started\}/,
        specimen: 's-nail: No TLS support compiled in',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None, or a session without STARTTLS.',
  },
  repair: {
    words: 'Install it. PHP: the extension openssl, also in the php.ini of the command line.',
    commands: [
      'yum install perl-Net-SSLeay perl-IO-Socket-SSL   # Debian: apt-get install libnet-ssleay-perl libio-socket-ssl-perl',
      'php -m | grep openssl',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 3207 section 4', 'https://github.com/zehm/sendEmail/issues/4'],
};
