import type { FailureMode } from '../../model/failure-mode';
import { levelOf, noneFits, notGood, perhaps } from './shared/certificates';
import { noticedBy, queued } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/dane-mismatch',
  kind: 'fault',
  title: 'the next server’s certificate is not the one that its TLSA records name',
  cause:
    'With dane the records of the other domain say which certificate or key its server has. It has renewed it, with a new key, and not ' +
    'the records; or a back-up server has none that fits. The fault is the other side’s, and all senders that check DANE keep ' +
    'their mail for it; those that don’t get through.',
  symptoms: {
    log: [...notGood, ...perhaps([noneFits])],
    facts: [levelOf('dane|dane-only')],
    client: queued,
  },
  repair: {
    words: 'Tell the other side. Until they have mended it, its policy may be without DANE, if that is wanted.',
    commands: [
      'posttls-finger -t30 -T180 -c -L verbose,summary elsewhere.example',
      "echo 'elsewhere.example encrypt' >>/etc/postfix/tls_policy; postmap hash:/etc/postfix/tls_policy",
      'postqueue -f',
    ],
  },
  unreproduced: 'The closed world of the tests has no DNSSEC.',
  versions: { from: '2.11' },
  noticedBy,
  references: ['RFC 7672', 'https://www.postfix.org/TLS_README.html#client_tls_dane'],
};
