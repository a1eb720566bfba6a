import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/setting-unusable',
  kind: 'client',
  title: 'a mail setting of a program is missing, or has a value that its library can’t use',
  cause:
    'A URL (DSN) of the mail server whose user or password has @, :, /, # or % in it and was not percent-encoded; a scheme that is none; `false` or `true` where a word such as none or peer belongs; a port that is no number; host, port or sender left out; two settings that exclude each other. The program stops before it connects.',
  symptoms: {
    log: [
      {
        // Symfony Mailer; Ruby; Nodemailer; Django; Python; Java.
        pattern:
          /\b[Tt]he mailer DSN is invalid|The "[^"]*" (?:mailer )?(?:DSN|scheme) (?:is invalid|is not supported|must contain)|Unable to parse the mailer DSN|uninitialized constant OpenSSL::SSL::VERIFY_|(?:[Ss]mtp|SMTP|[Mm]ail).*(?:ERR_SOCKET_BAD_PORT|nonnumeric port)|EMAIL_USE_TLS\/EMAIL_USE_SSL are mutually exclusive/,
        specimen: 'The mailer DSN is invalid.',
        strength: 'names',
      },
      {
        // aiosmtplib; Airflow; Python; Go and what is made with it: go-mail, Gitea, Grafana, Alertmanager, gomail; PHPMailer; Symfony Mailer; Laminas; Roundcube.
        pattern:
          /The start_tls and use_tls options are not compatible|email\.ssl_context configuration variable must be|extra field `ssl_context` must be|SMTP connection is not found|server_hostname cannot be an empty string|(?:[Ss]mtp|SMTP|[Mm]ail).*missing port in address|either ServerName or InsecureSkipVerify must be specified|hostname for client cannot be empty|failed to apply option: invalid port number|SMTP port is not configured|invalid SMTP port|mail service hasn't been initialized|SMTP not configured, check|invalid email address for SMTP from_address|no global SMTP (?:smarthost|from) set|must be exactly one 'from' address|at most one of smtp_auth_password|Invalid hostentry: |[Tt]he mailer DSN must contain|is unsupported SSL type|No 'smtp_host' found|gomail: wrong host name/,
        specimen: 'no global SMTP smarthost set',
        strength: 'names',
        alternative: true,
      },
      {
        // msmtp; mutt; s-nail; dma; Ruby; vaultwarden; Bamboo; Perl; OTRS; emailjs.
        pattern:
          /account \S+ not found in \/|: line \d+: unknown command \w+$|account \S+ from \S+: (?:host not set|tls requires either)|Invalid SMTP URL: |URL proto:\/\/ invalid|syntax error in authfile |NULLCLIENT requires SMARTHOST|SMTPS and STARTTLS is exclusive|:enable_starttls and :tls are mutually exclusive|`SMTP_HOST` and `SMTP_FROM` need to be set|Key server is required for SMTP Adapter|invalid hosts in Email::Sender|SysConfig option SendmailModule::\S+ is not set|`password` cannot be set without `user`|SMTP_FROM '[^']*' is not a valid/,
        specimen: 'mutt: Invalid SMTP URL: smtp//mail.example.com',
        strength: 'names',
        alternative: true,
      },
      {
        // What they say of any server: Node.js, which has options.port where it listens; Python; Go; curl, as in Zabbix.
        pattern:
          /ERR_SOCKET_BAD_PORT(?!.*options\.port)|(?<!InvalidURL: )nonnumeric port|missing port in address|URL using bad\/illegal format or missing URL/,
        specimen: 'curl: (3) URL using bad/illegal format or missing URL',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Symfony, of a % in a DSN.
        pattern: /You have requested a non-existent parameter /,
        specimen: 'You have requested a non-existent parameter "23abc".',
        strength: 'suggests',
        alternative: true,
      },
      {
        // sSMTP; esmtp.
        pattern: /Set RewriteDomain="[^"]*" is invalid|Local delivery not possible without a MDA/,
        specimen: 'sSMTP[123]: Set RewriteDomain="" is invalid',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /Failed to parse setting "[^"]+": /,
        specimen: 'Failed to parse setting "queue.outbound.next-hop": Invalid variable or constant "relay"',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: the program stops before it connects.',
  },
  repair: {
    words:
      'In a URL, percent-encode user and password: @ is %40, # is %23, / is %2F. Elsewhere, write one of the words that the program’s manual has.',
    commands: [`python3 -c 'import urllib.parse, getpass; print(urllib.parse.quote(getpass.getpass(), safe=""))'`],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 3986 section 2.1',
    'https://symfony.com/doc/current/mailer.html#transport-setup',
    'https://github.com/dotkernel/dot-mail/issues/92',
    'https://github.com/sameersbn/docker-redmine/issues/215',
  ],
};
