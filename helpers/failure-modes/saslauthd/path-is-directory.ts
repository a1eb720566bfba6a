import type { FailureMode } from '../../model/failure-mode';
import { writeShippedSmtpdConf } from '../../postfix/smtpd-conf';
import { saslOption } from '../shared/facts';
import { loginOfUser, temporaryFailure, usersFail } from '../shared/saslauthd';
import { genericFailure, verificationFailed } from './shared/asked';
import { deniedSocket } from './shared/socket';

export const mode: FailureMode = {
  id: 'saslauthd/path-is-directory',
  kind: 'fault',
  title: 'saslauthd_path names the directory, not the socket in it',
  cause:
    'saslauthd’s own option -m wants the directory, saslauthd_path in smtpd.conf wants the socket itself, whose name ' +
    'is mux. A connection to a directory is refused with "Permission denied", which looks like a matter of groups.',
  symptoms: {
    log: [deniedSocket, verificationFailed, genericFailure],
    facts: [saslOption('saslauthd_path', /^(?!.*\/mux$)./, 'saslauthd_path of smtpd.conf does not end in /mux')],
    client: temporaryFailure,
  },
  repair: {
    words: 'Name the socket, or leave the line out where saslauthd uses its usual directory.',
    commands: [
      "sed -i 's|^saslauthd_path:.*|saslauthd_path: /run/saslauthd/mux|' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `${writeShippedSmtpdConf}
echo 'saslauthd_path: /run/saslauthd' >>/etc/sasl2/smtpd.conf`,
    provoke: [loginOfUser],
    repair: "sed -i 's|^saslauthd_path:.*|saslauthd_path: /run/saslauthd/mux|' /etc/sasl2/smtpd.conf",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: usersFail,
  references: ['https://github.com/bokysan/docker-postfix/issues/131'],
};
