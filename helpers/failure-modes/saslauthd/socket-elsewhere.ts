import type { FactSign, FailureMode } from '../../model/failure-mode';
import { absent, running } from '../shared/facts';
import { not } from '../shared/sasl-mechanisms';
import { asksSaslauthdStartedByHand, loginOfUser, temporaryFailure, usersFail } from '../shared/saslauthd';
import { genericFailure, verificationFailed } from './shared/asked';
import { absentSocket, chrooted } from './shared/socket';
import { findsNoSocket } from './shared/testsaslauthd';

const notChrooted: FactSign = {
  words: 'no smtpd of master.cf is chrooted',
  look: chrooted.look,
  holds: (facts) => not(chrooted.holds(facts)),
};

export const mode: FailureMode = {
  id: 'saslauthd/socket-elsewhere',
  kind: 'fault',
  title: 'saslauthd listens in another directory than smtpd looks in',
  cause:
    'saslauthd was given a directory of its own with -m, most often one inside Postfix’s chroot, while smtpd is not ' +
    'chrooted and looks at the place compiled into Cyrus SASL. Both run, and neither is wrong by itself.',
  symptoms: {
    log: [absentSocket, verificationFailed, genericFailure, findsNoSocket],
    facts: [running('saslauthd', true), notChrooted, absent('/run/saslauthd/mux')],
    client: temporaryFailure,
  },
  repair: {
    words:
      'Name one directory on both sides: -m of saslauthd (CentOS: SOCKETDIR in /etc/sysconfig/saslauthd, Debian: ' +
      'OPTIONS in /etc/default/saslauthd), or saslauthd_path in smtpd.conf, there with /mux at the end.',
    commands: [
      'sed -i "s|^SOCKETDIR=.*|SOCKETDIR=/run/saslauthd|" /etc/sysconfig/saslauthd',
      'systemctl restart saslauthd',
    ],
  },
  reproduction: {
    inject: `${asksSaslauthdStartedByHand}
mkdir -p /var/spool/postfix/run/saslauthd
sed -i 's|^SOCKETDIR=.*|SOCKETDIR=/var/spool/postfix/run/saslauthd|' /etc/sysconfig/saslauthd
mailctl start-saslauthd`,
    provoke: [loginOfUser],
    repair: `sed -i 's|^SOCKETDIR=.*|SOCKETDIR=/run/saslauthd|' /etc/sysconfig/saslauthd
kill "$(cat /var/spool/postfix/run/saslauthd/saslauthd.pid)"
mailctl start-saslauthd`,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: usersFail,
  references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
};
