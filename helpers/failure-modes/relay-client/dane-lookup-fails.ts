import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/dane-lookup-fails',
  kind: 'fault',
  title: 'DANE is wanted of the next server, and its TLSA records can’t be looked up, are not there, or can’t be used',
  cause:
    'Where its name servers answer with an error for them, or DNSSEC is broken there, Postfix sends nothing, so that nobody who forges answers gets the mail. dane-only also takes no destination without DNSSEC or without such records, of which there are many; dane goes on without. If it is so with every server, it is the own resolver, which has to check DNSSEC.',
  symptoms: {
    log: [
      smtp(
        /TLSA lookup error for |all TLSA records unusable|DANE TLSA lookup problem: |non DNSSEC destination|no (?:DANE )?TLSA records found/,
        delivery('dsn=4.7.5, status=deferred (TLSA lookup error for smarthost.example.test:25)'),
        'names',
      ),
    ],
    facts: [],
    client: 'Nothing: the mail waits.',
  },
  repair: {
    words: 'Ask for the record by hand; for one destination with broken DNS, set its policy to may until it is mended.',
    commands: [
      'dig +dnssec tlsa _25._tcp.mx.elsewhere.example',
      'delv mx.elsewhere.example',
      "echo 'elsewhere.example may' >>/etc/postfix/tls_policy; postmap hash:/etc/postfix/tls_policy",
      'postqueue -f',
    ],
  },
  unreproduced: 'The closed world of the tests has no DNSSEC.',
  versions: { from: '2.11' },
  noticedBy: [],
  references: ['RFC 7672', 'https://www.postfix.org/TLS_README.html#client_tls_dane'],
};
