import type { FailureMode } from '../../model/failure-mode';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { roundcubeTemporary } from '../client/shared/several-mistakes';
import { loginOfUser, temporaryFailure, usersFail } from '../shared/saslauthd';
import { genericFailure, verificationFailed } from './shared/asked';
import { deniedSocket, directoryClosed, usualSocket } from './shared/socket';
import { mayNotConnect } from './shared/testsaslauthd';

export const mode: FailureMode = {
  id: 'saslauthd/not-accessible',
  kind: 'fault',
  common: true,
  title: 'postfix may not enter the directory of saslauthd’s socket',
  cause:
    'Debian keeps /run/saslauthd for root and the group sasl (mode 0710), and postfix is not in that group until ' +
    'somebody puts it there. A process keeps the groups that it was started with, so it must be restarted afterwards.',
  symptoms: {
    log: [deniedSocket, verificationFailed, genericFailure, mayNotConnect, roundcubeTemporary],
    facts: [directoryClosed, usualSocket],
    client: temporaryFailure,
  },
  repair: {
    words: 'Put postfix into the group of the directory and restart it. CentOS: the group is saslauth.',
    commands: ['adduser postfix sasl   # CentOS: usermod -aG saslauth postfix', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `${writeShippedSmtpdConf}
chgrp adm /run/saslauthd
chmod 710 /run/saslauthd`,
    provoke: [loginOfUser],
    repair: 'usermod -aG adm postfix',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: usersFail,
  references: ['https://www.postfix.org/SASL_README.html#saslauthd', 'https://wiki.debian.org/PostfixAndSASL'],
};
