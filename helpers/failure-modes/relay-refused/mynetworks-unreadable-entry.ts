import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { lookupFailed } from './shared/tables';

export const mode: FailureMode = {
  id: 'relay-refused/mynetworks-unreadable-entry',
  kind: 'fault',
  title: 'a list of networks, mostly mynetworks, has an entry that is no network',
  cause:
    'A mask longer than the address (192.0.2.0/33), a missing octet, or a stray sign: Postfix can’t compare clients ' +
    'with it and puts everybody off who comes so far in the list.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning|error|fatal): (?!smtpd_authorized_)(?:\w+: )?(?:bad mask length in|bad net\/mask pattern:|bad address pattern:) "/,
        specimen: 'postfix/smtpd[312]: warning: mynetworks: bad mask length in "192.0.2.0/33"',
        strength: 'names',
      },
      lookupFailed,
    ],
    facts: [],
    client: '451 4.3.0 <client[198.51.100.7]>: Temporary lookup failure',
  },
  repair: {
    words: 'Correct the entry that the warning quotes; IPv6 networks stand in brackets, [2001:db8::]/32.',
    commands: [
      'postconf -n | grep -E "networks|_exceptions"',
      'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/33"',
    provoke: [mailOfUser],
    repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-local', 'authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/postconf.5.html#mynetworks'],
};
