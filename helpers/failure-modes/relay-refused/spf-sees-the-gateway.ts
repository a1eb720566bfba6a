import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { privateAddress } from '../shared/relay-denied';

export const mode: FailureMode = {
  id: 'relay-refused/spf-sees-the-gateway',
  kind: 'fault',
  title: 'SPF is asked of a private address, which is in nobody’s record: mostly the gateway’s',
  cause:
    'With Docker’s userland proxy, a masquerading router or a load balancer every client has the address of the gateway, and mail of other servers is refused. The same address in mynetworks would make the server relay for everybody. If only one machine of the own network meets it, that one sends without a login, and the check stands before permit_mynetworks.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: [A-Z]+ from \S+\[((?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+|f[cd][\da-fA-F:]+)\](?::\d+)?: [45]\d\d (?:[45]\.\d+\.\d+ )?<[^>]*>: (?:Recipient|Sender) address rejected: .*(?:\bSPF\b|openspf\.|domain owner discourages)/,
        specimen:
          'postfix/smtpd[32785]: NOQUEUE: reject: RCPT from unknown[172.18.0.1]: 550 5.7.23 <bob@example.test>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=x@elsewhere.example;ip=172.18.0.1;r=<UNKNOWN>; from=<x@elsewhere.example> to=<bob@example.test> proto=ESMTP helo=<mx.elsewhere.example>',
        strength: 'names',
        program: smtpdProgram,
        applies: ([, address = '']) => privateAddress.test(address),
      },
    ],
    facts: [],
    client: '550 5.7.23 Recipient address rejected: Message rejected due to: SPF fail - not authorized',
  },
  repair: {
    words:
      'Keep the clients’ addresses: "userland-proxy": false in daemon.json and a published IPv4 and IPv6 port each, the host’s ' +
      'network, or the PROXY protocol.',
    commands: ["grep 'connect from' /var/log/mail.log | sort | uniq -c | sort -rn | head"],
  },
  unreproduced: 'The image has no policy server that asks for SPF.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/2066',
    'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
  ],
};
