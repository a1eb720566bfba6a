import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailFromInside } from '../shared/client-steps';
import { password, smarthost } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/tls-demanded',
  kind: 'fault',

  title: 'the next server wants TLS, and Postfix speaks to it without, or not as that server wants it',
  cause:
    'smtp_tls_security_level is empty or none, so Postfix as a client speaks in clear, and the smarthost takes neither login nor mail that way. With may it does so where the handshake has failed, as a line before says, or where a firewall takes STARTTLS out of EHLO. Microsoft’s "Failed to establish appropriate TLS channel" can also mean a version that is too old, or a certificate that its connector asks for and does not get.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:status=(?:bounced|deferred) \(|^\w+: )(?:SASL authentication failed; server|host) \S+ said: [45]\d\d.*(?:Failed to establish appropriate TLS channel|issue a STARTTLS|STARTTLS (?:command )?(?:first|is required|required)|[Mm]ust use (?:TLS|SSL)|requires? (?:TLS|STARTTLS|encryption)|TLS required by recipient|mismatch in TLS versions between the configured)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=smtp.example.net[192.0.2.30]:587, delay=0.4, delays=0.01/0.03/0.3/0.06, dsn=5.7.0, status=bounced (host smtp.example.net[192.0.2.30] said: 530-5.7.0 Must issue a STARTTLS command first. For more information, go to 530 5.7.0 https://support.google.com/a/answer/3221692 - gsmtp (in reply to MAIL FROM command))',
        strength: 'names',
        program: programOf('(?:smtp|lmtp)'),
      },
      {
        // By smtp_tls_note_starttls_offer, where it goes on in clear.
        pattern: /^Host offered STARTTLS: \[/,
        specimen: 'postfix/smtp[961]: Host offered STARTTLS: [smtp.example.net]',
        strength: 'suggests',
        program: programOf('smtp'),
        alternative: true,
      },
      {
        pattern:
          /(?: said: | refused to talk to me: )[45]\d\d[ -](?!.*(?:STARTTLS)).*(?:TLS (?:is )?required\b|equires? TLS\b|equires? encryption\b)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.7.1 TLS required (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce: 530 5.7.0 Must issue a STARTTLS command first, said by the smarthost',
  },
  repair: {
    words: 'Speak TLS wherever it is offered, or always with the smarthost.',
    commands: [
      'postconf smtp_tls_security_level smtp_tls_protocols smtp_tls_cert_file; postconf -P | grep smtp_tls_',
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
      'postconf -e smtp_tls_security_level=encrypt',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `${smarthost('smtpd_tls_security_level=encrypt')}
${password}
postconf -e smtp_tls_security_level=none`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_tls_security_level=encrypt',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['RFC 3207 section 4', 'https://www.postfix.org/TLS_README.html#client_tls_encrypt'],
};
