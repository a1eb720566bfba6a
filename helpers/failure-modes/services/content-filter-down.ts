import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/content-filter-down',
  kind: 'fault',

  title: 'the filter behind the queue can’t be reached or breaks off, and mail waits for it',
  cause:
    'content_filter, or a transport, hands mail to a filter on this machine, such as Amavis at 10024. Nothing listens there; or it turns Postfix away (@inet_acl), hangs, waits for a database or a scanner, or is killed for want of memory; or SELinux forbids the port (“Permission denied”). Logins and clients are all right: the mail is taken, and nothing comes out.',
  symptoms: {
    log: [
      {
        pattern: /status=deferred \(connect to \S*\[(?:127\.\d+\.\d+\.\d+|::1)\]:100\d\d: /,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=30, delays=0.1/0.1/30/0, dsn=4.4.1, status=deferred (connect to 127.0.0.1[127.0.0.1]:10024: Connection refused)',
        strength: 'names',
      },
      {
        pattern: /^connect to \S*\[127\.\d+\.\d+\.\d+\]:100\d\d: /,
        specimen: 'postfix/smtp[961]: connect to 127.0.0.1[127.0.0.1]:10024: Connection refused',
        strength: 'names',
      },
      {
        // Where localhost is ::1 too, and the filter listens at 127.0.0.1 alone, mail goes on at once.
        pattern: /^connect to \S*\[::1\]:100\d\d: /,
        specimen: 'postfix/smtp[961]: connect to localhost[::1]:10024: Connection refused',
        strength: 'accompanies',
        alternative: true,
      },
      {
        pattern:
          /relay=\S*\[(?:127\.\d+\.\d+\.\d+|::1)\]:100\d\d, .*status=deferred \((?:lost connection with \S+|conversation with \S+ timed out) while /,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1200, delays=0.1/0.1/0.1/1200, dsn=4.4.2, status=deferred (conversation with 127.0.0.1[127.0.0.1] timed out while sending end of data -- message may be sent more than once)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /status=deferred \((?:lost connection with \S*\[(?:127\.\d+\.\d+\.\d+|::1)\]|conversation with \S*\[(?:127\.\d+\.\d+\.\d+|::1)\] timed out) while /,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=127.0.0.1[127.0.0.1]:2525, delay=1200, delays=0.1/0.1/0.1/1200, dsn=4.4.2, status=deferred (lost connection with 127.0.0.1[127.0.0.1] while sending end of data -- message may be sent more than once)',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Start the filter, then send the queue.',
    commands: [
      'postconf content_filter transport_maps',
      'systemctl restart amavis',
      'ss -ltnp | grep 10024',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `postconf -e 'content_filter = smtp:[127.0.0.1]:10024'`,
    provoke: [mailFromInside],
    repair: 'postconf -X content_filter',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/FILTER_README.html'],
};
