import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { perhaps } from '../shared/facts';
import { notMapped } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/aliases-switched-off',
  kind: 'fault',
  title: 'aliases are not looked up, as receive_override_options says so',
  cause:
    'no_address_mappings is meant for a server that hands all mail to a content filter and looks the aliases up when it comes back. In main.cf without such a filter, or on the way back too, nobody looks them up: mail for a virtual alias or a forwarding address ends as mail for an unknown user.',
  symptoms: {
    log: [
      {
        pattern: /status=bounced \(unknown user: "[^"]*"\)$/,
        specimen:
          'postfix/virtual[9]: 87F043F2BE: to=<friends@example.test>, relay=virtual, delay=0.03, delays=0.01/0/0/0.02, dsn=5.1.1, status=bounced (unknown user: "friends@example.test")',
        strength: 'accompanies',
        program: /\/(?:local|virtual|pipe)$/,
      },
    ],
    facts: [perhaps(notMapped)],
    client: 'Nothing: the mail is taken, and comes back.',
  },
  repair: {
    words: 'Take it out of main.cf, or set it only for the smtpd before the filter.',
    commands: [
      'postconf receive_override_options content_filter; grep -n no_address_mappings /etc/postfix/master.cf',
      'postconf -X receive_override_options   # before 2.11: take the line out of main.cf',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo 'friends@example.test alice@example.test' >/etc/postfix/virtual; postmap hash:/etc/postfix/virtual
postconf -e virtual_alias_maps=hash:/etc/postfix/virtual receive_override_options=no_address_mappings`,
    provoke: [{ ...mailToLocalUser, to: 'friends@example.test' }],
    repair: "sed -i '/^receive_override_options/d' /etc/postfix/main.cf",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#receive_override_options',
    'https://www.postfix.org/FILTER_README.html',
  ],
};
