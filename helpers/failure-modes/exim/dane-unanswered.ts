import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/dane-unanswered',
  kind: 'fault',
  title: 'Exim finds no DNSSEC or no usable DANE records for the next server',
  cause:
    'With hosts_try_dane or hosts_require_dane Exim asks for TLSA records, and with dnssec_require_domains it wants the names themselves signed (`insecure`). DNS did not answer, the other domain is not signed or its records are wrong, or the signature was not checked: the name server that Exim asks must validate DNSSEC and say so.',
  symptoms: {
    log: [
      {
        pattern: /DANE error: |(?:lookup of IP address|host lookup) (?:for \S+ )?(?:was|done) insecure/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (-36) H=mx.elsewhere.example [192.0.2.9]: DANE error: tlsa lookup DEFER',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Ask by hand; use a validating name server on this machine, or leave DANE or DNSSEC out for that host.',
    commands: [
      'dig +dnssec TLSA _25._tcp.mx.elsewhere.example',
      'cat /etc/resolv.conf',
      'exim -bP transport remote_smtp | grep -E "dane|dnssec"; exim -bP router dnslookup | grep dnssec',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
    'RFC 7672',
  ],
};
