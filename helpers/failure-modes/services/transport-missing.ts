import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/transport-missing',
  kind: 'fault',

  title: 'a transport that mail is to leave by is not offered by master',
  cause:
    'content_filter, relayhost, transport_maps or a …_transport parameter names a service for which master.cf has no line, or one of another type; or Postfix has not been restarted since. qmgr’s own `retry` and `error` can be missing too, where master.cf is older than Postfix or written by another program. Connection refused is said where the socket is left from before, or master has ended. The mail waits.',
  symptoms: {
    log: [
      {
        pattern: /^warning: connect to transport (?:private\/)?\S+: (?:No such file or directory|Connection refused)$/,
        specimen: 'postfix/qmgr[9]: warning: connect to transport private/smtp-amavis: No such file or directory',
        strength: 'names',
      },
      {
        pattern: /status=deferred \(mail transport unavailable\)/,
        specimen:
          'postfix/error[9]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=30, delays=0.1/0.1/30/0, dsn=4.3.0, status=deferred (mail transport unavailable)',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Add the service to master.cf, or name one that is there.',
    commands: [
      'postconf -M | cut -d" " -f1 | sort -u; postfix status',
      'postconf -n | grep -E "content_filter|transport"',
      'postfix upgrade-configuration   # adds what a newer Postfix wants',
      'systemctl restart postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `postconf -e 'content_filter = smtp-amavis:[127.0.0.1]:10024'`,
    provoke: [mailFromInside],
    repair: 'postconf -X content_filter',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.5.html', 'https://www.postfix.org/FILTER_README.html'],
};
