import type { FailureMode } from '../../model/failure-mode';
import { smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/authentication-loops',
  kind: 'fault',
  title: 'the next server asks again and again during the login',
  cause:
    'After the answer to its last question the server must say 235 or refuse, and it asks once more: a proxy or a bridge for mail that speaks the mechanism wrong, or a server for whom the token or the password was no complete answer. Postfix ends it.',
  symptoms: {
    log: [
      smtp(
        /SASL authentication failed; authentication protocol loop with server /,
        '2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.7.0, status=deferred (SASL authentication failed; authentication protocol loop with server smarthost.example.test[192.0.2.30])',
        'names',
      ),
    ],
    facts: [],
    client: 'Nothing: the mail waits.',
  },
  repair: {
    words: 'Let it log in by another mechanism, and look at what the other side logs.',
    commands: [
      "postconf -e 'smtp_sasl_mechanism_filter = plain'",
      'systemctl reload postfix',
      "postconf -e 'debug_peer_list = smarthost.example.test'",
    ],
  },
  unreproduced: 'It takes a server that speaks the mechanism wrong.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 4', 'https://www.postfix.org/postconf.5.html#smtp_sasl_mechanism_filter'],
};
