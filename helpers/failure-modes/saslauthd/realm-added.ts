import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksSaslauthdStartedByHand, loginOfUser, refusedByBackEnd, saslManual, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { pamSaidNoToAddress } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/realm-added',
  kind: 'fault',
  title: 'saslauthd looks for a system account whose name has a domain in it',
  cause:
    'saslauthd runs with -r, so it puts name and realm together, and then looks for a system account of that name: ' +
    'there is `alice`, not `alice@example.test`. The realm comes from a user who typed the whole address, or from ' +
    'smtpd_sasl_local_domain.',
  symptoms: {
    log: [
      refusedByBackEnd(
        /\[user=[^\]]*@[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] (?:\[remote=[^\]]*\] )?\[mech=(?:shadow|getpwent)\] \[reason=(?:Invalid username|Unknown)\]$/,
        '[user=alice@example.test] [service=smtp] [realm=example.test] [mech=shadow] [reason=Invalid username]',
        'names',
      ),
      // Behind PAM full names can be right: with pam_mysql, not with pam_unix.
      { ...pamSaidNoToAddress, alternative: true },
      verificationFailed,
      loginRefused,
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Start saslauthd without -r: it then looks for the part before the @ alone.',
    commands: [
      'sed -i "s/^FLAGS=.*/FLAGS=/" /etc/sysconfig/saslauthd   # Debian: OPTIONS in /etc/default/saslauthd',
      'systemctl restart saslauthd',
    ],
  },
  reproduction: {
    inject: `${asksSaslauthdStartedByHand}
mailctl start-saslauthd -r`,
    provoke: [loginOfUser],
    repair: `mailctl stop-saslauthd
mailctl start-saslauthd`,
    restart: false,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: usersFail,
  references: ['https://github.com/grommunio/gromox-container/issues/21', saslManual],
};
