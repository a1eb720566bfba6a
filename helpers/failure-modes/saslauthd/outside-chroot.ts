import type { FailureMode } from '../../model/failure-mode';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { running } from '../shared/facts';
import { loginOfUser, temporaryFailure, usersFail } from '../shared/saslauthd';
import { genericFailure, verificationFailed } from './shared/asked';
import { absentSocket, chrooted } from './shared/socket';

export const mode: FailureMode = {
  id: 'saslauthd/outside-chroot',
  kind: 'fault',
  title: 'saslauthd’s socket lies outside the chroot of smtpd',
  cause:
    'smtpd runs chrooted in /var/spool/postfix, as Debian’s own master.cf has it and Postfix’s own had before 3.0. ' +
    'There /run/saslauthd does not exist, so smtpd says that there is no such file although saslauthd runs and ' +
    'testsaslauthd says OK. Clients that appear as `unknown` although they have a name are another sign of a chroot ' +
    'that lacks files.',
  symptoms: {
    log: [absentSocket, verificationFailed, genericFailure],
    facts: [running('saslauthd', true), chrooted],
    client: temporaryFailure,
  },
  repair: {
    words:
      'Take smtpd out of the chroot, service by service, or let saslauthd put its socket into it ' +
      '(Debian: OPTIONS="-c -m /var/spool/postfix/var/run/saslauthd" in /etc/default/saslauthd).',
    commands: ["postconf -F '*/inet/chroot=n'", 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `${writeShippedSmtpdConf}
postconf -F 'submission/inet/chroot=y'`,
    provoke: [loginOfUser],
    repair: `postconf -F '*/inet/chroot=n'`,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: usersFail,
  references: [
    'https://www.postfix.org/SASL_README.html#saslauthd',
    'https://github.com/webmin/webmin/issues/58',
    'https://github.com/mailwatch/MailWatch/issues/1086',
  ],
};
