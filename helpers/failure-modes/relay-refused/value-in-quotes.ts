import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/value-in-quotes',
  kind: 'fault',
  title: 'a value in main.cf is written in quotes, which Postfix takes for a part of it',
  cause:
    'Postfix knows no quotes: alias_maps = "hash:/etc/aliases" asks for a table of the type `"hash`, and a relayhost in quotes for a host whose name begins with one. Scripts and images put them there that write what a shell has in a variable.',
  symptoms: {
    log: [
      {
        pattern: /unsupported dictionary type: ["']|Name service error for name=["']\S* type=/,
        specimen: 'postfix/smtpd[9529]: fatal: unsupported dictionary type: "hash',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused, 451, or mail that stays.',
  },
  repair: {
    words: 'Take the quotes out, and see what is set.',
    commands: ['postconf -n | grep "= *[\\"\']"', 'vi /etc/postfix/main.cf', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `postconf -e 'smtpd_sender_login_maps = "hash:/etc/postfix/sender_login"' \\
  smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`,
    provoke: [mailOfUser],
    repair: `postconf -e smtpd_sender_login_maps= smtpd_sender_restrictions=`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html'],
};
