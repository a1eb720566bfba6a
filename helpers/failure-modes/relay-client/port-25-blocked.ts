import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { parameter, toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'relay-client/port-25-blocked',
  kind: 'fault',

  title: 'connections to port 25 of mail exchangers are never answered',
  cause:
    'Providers of hosting and of home lines block port 25 to the outside, and few tell so: every connection times out, whatever the destination. Postfix without a relayhost can’t send any mail then.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:\w+: to=.*status=deferred \()?connect to \S+\[[^\]]+\]:25: (?:Connection timed out|Operation timed out)\)?$/,
        specimen: 'postfix/smtp[961]: connect to mx.example.net[192.0.2.30]:25: Connection timed out',
        strength: 'suggests',
        program: programOf('smtp'),
      },
      {
        pattern:
          /status=deferred \((?:delivery temporarily suspended: )?connect to \S+\[[\da-fA-F]*:[\da-fA-F:]+\]:25: (?:Network is unreachable|No route to host|Cannot assign requested address)\)/,
        specimen:
          'postfix/error[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=300, delays=300/0/0/0, dsn=4.4.1, status=deferred (connect to mx.elsewhere.example[2001:db8::25]:25: Network is unreachable)',
        strength: 'suggests',
        program: programOf('(?:smtp|error)'),
        alternative: true,
      },
      {
        // Postal.
        pattern: /connect\(2\) for "?\S+"? port 25, execution expired(?:, |$)/,
        specimen:
          'Network is unreachable - connect(2) for "2001:db8::1b" port 25, execution expired, Network is unreachable - connect(2) for "2001:db8::1a" port 25',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [
      parameter('relayhost', /^$/, 'relayhost is not set'),
      toSee('no other mail exchanger answers either', 'nc -vz gmail-smtp-in.l.google.com 25'),
    ],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Ask the provider to open the port, or send by a smarthost at 587.',
    commands: [
      'nc -vz gmail-smtp-in.l.google.com 25',
      "postconf -e 'relayhost = [smarthost.example.test]:587'",
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  unreproduced: 'The closed world of the tests answers every connection.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#relayhost', 'RFC 5068 section 5'],
};
