import type { FailureMode } from '../../model/failure-mode';
import { dnssecUnavailable } from './shared/dnssec';

export const mode: FailureMode = {
  id: 'relay-client/dnssec-probe-unanswered',
  kind: 'fault',
  title: 'Postfix tries whether the resolver checks DNSSEC, and gets no usable answer',
  cause:
    'With smtp_tls_security_level = dane Postfix asks its resolver once for the name servers of the root. The resolver was not up yet, as at boot, did not reach others, or answers such a question with an error, as some forwarders do. Whether it checks DNSSEC is open; the process that asked takes it that it does not, as long as it runs.',
  symptoms: {
    log: [
      dnssecUnavailable,
      {
        pattern: /reason: dnssec_probe '[^']*' received no response/,
        specimen: "postfix/smtp[961]: warning: reason: dnssec_probe 'ns:.' received no response: Server failure",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: mail goes out by the TLS there is.',
  },
  repair: {
    words:
      'Ask the resolver by hand. If it answers with the flag ad, it was down for a moment; else run one that checks, such as Unbound.',
    commands: ['cat /etc/resolv.conf', 'dig +dnssec ns . | grep -E "status|flags"', 'systemctl restart postfix'],
  },
  unreproduced: 'The resolver of our images answers.',
  versions: { from: '3.6' },
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#dnssec_probe'],
};
