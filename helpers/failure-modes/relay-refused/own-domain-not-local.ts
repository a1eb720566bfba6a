import type { FailureMode } from '../../model/failure-mode';
import { relayAccessDenied } from '../client/shared/client-words';
import { deniedToWhomever } from '../client/shared/session-notes';
import { mailToLocalUser } from '../shared/client-steps';
import { opposite } from '../shared/facts';
import { ofOwnDomain, relayDenied, usersMayRelay } from '../shared/relay-denied';
import { ownDomainIsLocal } from './shared/tables';

export const mode: FailureMode = {
  id: 'relay-refused/own-domain-not-local',
  kind: 'fault',
  title: 'the server does not know its own domain as its own',
  cause:
    'The domain is in none of mydestination, virtual_alias_domains, virtual_mailbox_domains and relay_domains. Mail ' +
    'for it is then mail for somebody else, and refused from strangers like any other. The default of mydestination ' +
    'has the host’s name, not the domain.',
  symptoms: {
    log: [ofOwnDomain(relayDenied), deniedToWhomever, relayAccessDenied],
    facts: [opposite(ownDomainIsLocal, '$mydomain is in none of the classes of domains'), usersMayRelay],
    client: '454 4.7.1 or 554 5.7.1 <alice@example.test>: Relay access denied',
  },
  repair: {
    words: 'Put the domain into exactly one class: mydestination for system users, virtual_… for virtual ones.',
    commands: [
      "postconf -e 'mydestination = $myhostname, localhost.$mydomain, localhost, $mydomain'",
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e 'mydestination = $myhostname, localhost.$mydomain, localhost'`,
    provoke: [mailToLocalUser],
    repair: `postconf -e 'mydestination = $myhostname, localhost.$mydomain, localhost, $mydomain'`,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-local'],
  references: ['https://www.postfix.org/ADDRESS_CLASS_README.html'],
};
