import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { lookupFailed } from './shared/tables';

export const mode: FailureMode = {
  id: 'relay-refused/mynetworks-host-bits',
  kind: 'fault',
  title: 'a list of networks, mostly mynetworks, has an address with a mask that does not fit it',
  cause:
    'In 172.17.0.1/16 the bits behind the mask are not zero: it names a machine where a network should be. Postfix ' +
    'does not guess; it tells clients that it can’t look them up. Clients found by an entry further left are not ' +
    'affected, so it may be seen late.',
  symptoms: {
    log: [
      {
        pattern: /^(?:warning|error|fatal): (?!smtpd_authorized_)(?:\w+: )?non-null host address bits in "/,
        specimen:
          'postfix/smtpd[290]: warning: mynetworks: non-null host address bits in "172.17.0.1/16", perhaps you should use "172.17.0.0/16" instead',
        strength: 'names',
      },
      lookupFailed,
    ],
    facts: [],
    client: '451 4.3.0 <client[198.51.100.7]>: Temporary lookup failure',
  },
  repair: {
    words: 'Write the network as the warning says, or the one address with /32.',
    commands: [
      'postconf -n | grep -E "networks|_exceptions"',
      'postconf -e "mynetworks = 127.0.0.0/8, 172.17.0.0/16"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.1/24"',
    provoke: [mailOfUser],
    repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-local', 'authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/postconf.5.html#mynetworks'],
};
