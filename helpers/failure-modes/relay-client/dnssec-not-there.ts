import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { dnssecUnavailable } from './shared/dnssec';

export const mode: FailureMode = {
  id: 'relay-client/dnssec-not-there',
  kind: 'fault',
  title: 'DNSSEC is asked for, as by dane, and the resolver checks none of it',
  cause:
    'smtp_tls_security_level = dane needs a resolver on this machine that checks DNSSEC and says so; without one (8.8.8.8 in resolv.conf, Docker’s 127.0.0.11, a resolver that strips the mark) Postfix goes on as with may, and says that it can’t tell. Since glibc 2.31 resolv.conf needs `options trust-ad` as well.',
  symptoms: {
    log: [
      dnssecUnavailable,
      {
        pattern: /received a response that is not DNSSEC validated/,
        specimen:
          "postfix/smtp[961]: warning: reason: dnssec_probe 'ns:.' received a response that is not DNSSEC validated",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: mail goes out by the TLS there is.',
  },
  repair: {
    words: 'Run a resolver that checks, such as Unbound, and ask that one.',
    commands: [
      'yum install unbound   # Debian: apt-get install unbound',
      'echo "nameserver 127.0.0.1" >/etc/resolv.conf; echo "options trust-ad" >>/etc/resolv.conf',
      'dig +dnssec org soa | grep flags',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "postconf -e 'smtp_tls_security_level = dane' 'smtp_dns_support_level = dnssec'",
    provoke: [mailFromInside],
    repair: "postconf -e 'smtp_tls_security_level = may'; postconf -X smtp_dns_support_level",
    toldBy: 'log',
  },
  versions: { from: '3.6' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#dnssec_probe',
    'https://www.postfix.org/TLS_README.html#client_tls_dane',
  ],
};
