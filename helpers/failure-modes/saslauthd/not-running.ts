import type { FailureMode } from '../../model/failure-mode';
import { roundcubeTemporary } from '../client/shared/several-mistakes';
import { running, saslOption } from '../shared/facts';
import { asksSaslauthdStartedByHand, loginOfUser, temporaryFailure, usersFail } from '../shared/saslauthd';
import { genericFailure, verificationFailed } from './shared/asked';
import { absentSocket } from './shared/socket';
import { findsNoSocket } from './shared/testsaslauthd';

const onlySaslauthd = saslOption('pwcheck_method', /^saslauthd$/, 'pwcheck_method of smtpd.conf is saslauthd');

export const mode: FailureMode = {
  id: 'saslauthd/not-running',
  kind: 'fault',
  common: true,
  title: 'saslauthd is to check the passwords, and does not run',
  cause:
    'smtpd.conf says `pwcheck_method: saslauthd`, as the file that CentOS ships does, but no saslauthd has been ' +
    'started, so there is no socket to ask. Installing the package does not start it, a container starts only what ' +
    'its entry script names, and on older Debian it stays off until /etc/default/saslauthd says START=yes. ' +
    'PLAIN and LOGIN fail for everybody; mechanisms that read sasldb2 themselves, such as CRAM-MD5, go on working.',
  symptoms: {
    log: [absentSocket, verificationFailed, genericFailure, findsNoSocket, roundcubeTemporary],
    facts: [onlySaslauthd, running('saslauthd', false)],
    client: temporaryFailure,
  },
  repair: {
    words: 'Start saslauthd now and at every boot, then test it by itself.',
    commands: ['systemctl enable --now saslauthd', 'testsaslauthd -u alice -p secret -s smtp'],
  },
  reproduction: {
    inject: asksSaslauthdStartedByHand,
    provoke: [loginOfUser],
    repair: 'mailctl start-saslauthd',
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: usersFail,
  references: [
    'https://www.postfix.org/SASL_README.html#saslauthd',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1049',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1436',
  ],
};
