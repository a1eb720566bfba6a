import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/key-unusable',
  kind: 'fault',

  title: 'Sendmail can not set up TLS: most often its key or certificate can’t be used',
  cause:
    'The file is not there, is readable for others than Sendmail wants, or is no pair with the certificate. Where only “failed to initialize” is said, a line before tells what. Sendmail offers no STARTTLS then; with `p` among confAUTH_OPTIONS it offers no PLAIN and LOGIN either.',
  symptoms: {
    log: [
      {
        pattern:
          /STARTTLS=client(?::|, error:) (?:file \S+ unsafe: |SSL_(?:CTX_)?(?:use_|check_private_key))|STARTTLS=server(?::|, error:) (?:file \S+ unsafe: |SSL_(?:CTX_)?(?:use_|check_private_key)|\S+ missing)/,
        specimen: 'sm-mta[53]: STARTTLS=server: file /etc/mail/tls/mail.key unsafe: Group readable file',
        strength: 'names',
      },
      {
        pattern: /ERROR: TLS failed to initialize|smtps: TLS not available, exiting/,
        specimen: 'sm-mta[12]: ERROR: TLS failed to initialize',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'No STARTTLS in the answer to EHLO',
  },
  repair: {
    words: 'Close the key for others, and name the right files.',
    commands: [
      'chown root /etc/mail/tls/mail.key; chmod 600 /etc/mail/tls/mail.key',
      'grep -n "SERVER_CERT\\|SERVER_KEY" /etc/mail/sendmail.mc',
      'systemctl restart sendmail',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
