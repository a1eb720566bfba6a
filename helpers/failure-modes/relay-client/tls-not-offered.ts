import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { delivery, noticedBy, password, queued, smarthost, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/tls-not-offered',
  kind: 'fault',
  title: 'TLS is demanded, and the next server offers none; in maddy’s words also: none that is verified',
  cause:
    'smtp_tls_security_level is encrypt or more, but the smarthost’s answer to EHLO has no STARTTLS: it is at the wrong port, has lost its certificate, a firewall takes the word out of the answer, or smtp_discard_ehlo_keywords does so here. A content filter at 127.0.0.1 mostly has no TLS: its transport wants `-o smtp_tls_security_level=none` in master.cf, since main.cf speaks of all. maddy says the same where TLS is there and its certificate does not prove who the other is.',
  symptoms: {
    log: [
      smtp(
        /status=deferred \(TLS is required, but was not offered by host(?: \S+)?\)$/,
        delivery(
          'dsn=4.7.4, status=deferred (TLS is required, but was not offered by host smarthost.example.test[192.0.2.30])',
        ),
        'names',
      ),
      {
        // Stalwart.
        pattern: /\(delivery\.start-tls-unavailable\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO STARTTLS unavailable (delivery.start-tls-unavailable) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /TLS (?:it|is) not available or unauthenticated but required/,
        specimen: 'TLS is not available or unauthenticated but required',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /TLS is required, but was not offered by host [\w.]/,
        specimen: '“TLS is required, but was not offered by host 127.0.0.1”',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: queued,
  },
  repair: {
    words: 'See what the smarthost offers. For a smarthost on the same machine TLS may be optional.',
    commands: [
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
      'postconf -e smtp_tls_security_level=may   # only where nobody can listen in',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `${smarthost('smtpd_tls_security_level=none', 'smtpd_use_tls=no')}
${password}
postconf -e smtp_tls_security_level=encrypt`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_tls_security_level=may',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy,
  references: ['https://www.postfix.org/TLS_README.html#client_tls_encrypt'],
};
