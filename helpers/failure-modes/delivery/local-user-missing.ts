import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/local-user-missing',
  kind: 'fault',
  title: 'mail is taken for somebody who has no mailbox here',
  cause:
    'By local(8): the domain is in mydestination, whose users are those of the system and of the aliases, and the name is neither; mailboxes of a database belong to a domain of virtual_mailbox_domains, which must not be in mydestination besides. By virtual(8): virtual_mailbox_maps does not have the address. Or the domain’s mail has moved to another server and it is still named here, or an alias names somebody who has left. Where a content filter or 127.0.0.1 says it, smtpd behind the filter asks other tables than the one in front of it. An empty name is what a rewriting has left of the address: a table of canonical_maps, or a name of this server that has nothing in it.',
  symptoms: {
    log: [
      {
        pattern: /status=bounced \(unknown user: "(?!\||"|[^"@]*\/@|[^"@]*\+[^"@]*")[^"]*"\)$/,
        specimen:
          'postfix/local[90]: 87F043F2BE: to=<former@example.test>, relay=local, delay=0.1, delays=0.05/0.01/0/0.04, dsn=5.1.1, status=bounced (unknown user: "former")',
        strength: 'names',
        program: /\/(?:local|virtual|pipe)$/,
      },
      {
        pattern: /status=bounced \(unknown user: ""\)$/,
        specimen:
          'postfix/local[90]: 87F043F2BE: to=<>, relay=local, delay=0.25, delays=0.01/0/0/0.24, dsn=5.1.1, status=bounced (unknown user: "")',
        strength: 'suggests',
        program: /\/(?:local|virtual|pipe)$/,
        alternative: true,
      },
      {
        // Behind a content filter, where smtpd asks other tables than in front of it.
        pattern:
          /relay=(?:\S+\[(?:127\.[\d.]+|::1)\]:\d+|\S+:100\d\d), .*status=bounced \(host \S+ said: 550[- ]5\.1\.1 .*(?:[Uu]ser unknown|[Uu]nknown user).*\(in reply to RCPT TO command\)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.test>, relay=amavis[192.0.2.4]:10024, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced (host amavis[192.0.2.4] said: 550 5.1.1 <bob@example.test>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command))',
        strength: 'suggests',
        program: /\/(?:smtp|lmtp)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Take the domain out of mydestination where its users are in a table; else make the user or mend the alias.',
    commands: [
      'postconf -n mydestination virtual_mailbox_domains',
      'getent passwd alice; postalias -q alice hash:/etc/aliases',
    ],
  },
  reproduction: {
    inject: `echo 'alice: former' >>/etc/aliases; newaliases`,
    provoke: [mailToLocalUser],
    repair: `sed -i '/^alice: former$/d' /etc/aliases; newaliases; userdel former 2>/dev/null || true`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/ADDRESS_CLASS_README.html', 'https://www.postfix.org/local.8.html'],
};
