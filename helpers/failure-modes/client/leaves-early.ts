import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/leaves-early',
  kind: 'client',
  title: 'a client leaves before it has handed over a message',
  cause:
    'After EHLO it did not find what it needs, AUTH or STARTTLS, or does not trust what it found; after MAIL or RCPT it did not like the answer, or tried addresses. Scanners, checks of a monitor and firewalls that look into SMTP break off so too, and a slow DNS or a delay before the greeting lets impatient clients go.',
  symptoms: {
    log: [
      {
        pattern: /^(?:lost connection|timeout) after (?:CONNECT|EHLO|HELO|MAIL|RCPT|RSET|NOOP|UNKNOWN|VRFY) from /,
        specimen: 'postfix/smtpd[9]: lost connection after EHLO from client.outside.example[198.51.100.7]',
        strength: 'accompanies',
        alone: true,
      },
    ],
    facts: [],
    client: 'What the client says of it: often that it can not connect, or that the server supports no login.',
  },
  repair: {
    words:
      'See in the client’s own words what it missed, and what the server offers it: on the port that it uses, from where it is.',
    commands: [
      'openssl s_client -connect mail.example.test:587 -starttls smtp -crlf',
      'postconf smtpd_sasl_auth_enable smtpd_tls_security_level smtpd_tls_auth_only; postconf -M',
    ],
  },
  unreproduced: 'Anybody can do it, and on most servers somebody does.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/DEBUG_README.html',
    'https://www.postfix.org/postconf.5.html#smtpd_tls_auth_only',
  ],
};
