import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksSaslauthdStartedByHand, loginOfUser, refusedByBackEnd, saslManual, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';

export const mode: FailureMode = {
  id: 'saslauthd/shadow-unreadable',
  kind: 'fault',
  title: 'saslauthd may not read /etc/shadow',
  cause:
    'With `-a shadow` saslauthd compares passwords with /etc/shadow itself, which only root and the group shadow may ' +
    'read. It runs as another user, as in an image without root or with User= in its unit, or SELinux forbids it. ' +
    'To the user it looks like a wrong password.',
  symptoms: {
    log: [
      refusedByBackEnd(
        /\[user=[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] (?:\[remote=[^\]]*\] )?\[mech=shadow\] \[reason=Username shadow lookup failure: Permission denied\]$/,
        '[user=alice] [service=smtp] [realm=example.test] [mech=shadow] [reason=Username shadow lookup failure: Permission denied]',
        'names',
      ),
      verificationFailed,
      loginRefused,
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Run saslauthd as root, or let it ask PAM. Where SELinux forbids it, a boolean of its own allows it.',
    commands: [
      'systemctl cat saslauthd | grep User=',
      'setsebool -P saslauthd_read_shadow on   # CentOS',
      'systemctl restart saslauthd',
    ],
  },
  reproduction: {
    inject: `${asksSaslauthdStartedByHand}
chown nobody /run/saslauthd
setpriv --reuid nobody --regid nogroup --clear-groups mailctl start-saslauthd`,
    provoke: [loginOfUser],
    repair: `mailctl stop-saslauthd
chown root /run/saslauthd
mailctl start-saslauthd`,
    restart: false,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: usersFail,
  references: ['https://manpages.debian.org/bookworm/sasl2-bin/saslauthd.8.en.html', saslManual],
};
