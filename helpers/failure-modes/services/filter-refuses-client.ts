import type { FailureMode } from '../../model/failure-mode';
import { privateIpv4, privateIpv6 } from '../shared/relay-denied';

const ownNetwork = `(?:${privateIpv4}|${privateIpv6})`;

export const mode: FailureMode = {
  id: 'services/filter-refuses-client',
  kind: 'fault',
  title: 'a filter takes no connection from the address that mail is handed from',
  cause:
    'Amavis takes mail of loopback only unless @inet_acl lists more, spamd that of -A alone. Postfix on another machine, in another container, or one that connects by the machine’s own address instead of 127.0.0.1 is sent away. A stranger’s address is a scan: to turn it away is right, and the filter should not listen there at all.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `DENIED ACCESS (?:from IP \\[?${ownNetwork}|due to INVALID PEER)|spamd: unauthorized connection from \\S+ \\[${ownNetwork}\\]`,
        ),
        specimen: "amavis[12]: (00012-01) (!)DENIED ACCESS from IP 172.18.0.3, policy bank ''",
        strength: 'names',
      },
      {
        pattern: new RegExp(
          `DENIED ACCESS from IP (?!\\[?${ownNetwork})|spamd: unauthorized connection from (?!\\S+ \\[${ownNetwork}\\])`,
        ),
        specimen: 'spamd[9]: spamd: unauthorized connection from scan.example [203.0.113.9] at port 40123',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The connection ends at once; mail stays in the queue',
  },
  repair: {
    words: 'List the address of Postfix, and nothing wider.',
    commands: [
      'grep -n inet_acl -r /etc/amavis',
      'grep -n OPTIONS /etc/default/spamd   # -A 127.0.0.1,172.18.0.0/24',
      'systemctl restart amavis',
    ],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.ijs.si/software/amavisd/', 'https://spamassassin.apache.org/full/4.0.x/doc/spamd.html'],
};
