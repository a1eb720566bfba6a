import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailOfUser } from '../shared/client-steps';
import { throttled } from '../shared/log-signs';
import { masterManual } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/smtpd-as-root',
  kind: 'fault',
  title: 'master.cf lets smtpd run as root, which it refuses',
  cause:
    'The fourth column of master.cf, `unpriv`, is `n` in the line of an smtpd. It often gets there when only the fifth, ' +
    'chroot, was to be changed. smtpd ends before it greets; a service whose column is right works.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: the Postfix SMTP server must run with \$\w+ privileges$|^error: incorrect SMTP server privileges: /,
        specimen: 'postfix/smtpd[678]: fatal: the Postfix SMTP server must run with $mail_owner privileges',
        strength: 'names',
        program: programOf('smtpd'),
      },
      throttled,
    ],
    facts: [],
    client: 'The connection closes without a greeting, or silence for up to a minute.',
  },
  repair: {
    words: 'Put `-` into the fourth column; the one for chroot is the fifth.',
    commands: ['grep -n smtpd$ /etc/postfix/master.cf', 'vi /etc/postfix/master.cf', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `sed -i 's/^submission .*/submission inet n n n - - smtpd/' /etc/postfix/master.cf`,
    provoke: [mailOfUser],
    repair: `sed -i 's/^submission .*/submission inet n - n - - smtpd/' /etc/postfix/master.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-587'],
  references: [masterManual],
};
