import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';
import { policyRejected } from './shared/milters';
import { ownServices } from './shared/own-services';

export const mode: FailureMode = {
  id: 'services/policy-socket-missing',
  kind: 'fault',
  title: 'smtpd can not connect to the socket of a policy service',
  cause:
    'check_policy_service names a UNIX socket, relative to the queue directory, that nobody made: the service of master.cf that should (spawn) was not added, or the daemon is not running. Refused: the socket is left, and nobody listens. Permission denied: its mode or folder is closed to postfix, or SELinux or AppArmor forbids it. A socket outside the queue can’t be seen by a chrooted smtpd. A socketmap table is asked in the same words.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `^warning: (?:connect to|problem talking to server) (?!private/(?:${ownServices}|auth)\\b)\\S*/\\S+: (?:No such file or directory|Connection refused|Permission denied)$`,
        ),
        specimen:
          'postfix/smtpd[1510]: warning: problem talking to server private/policyd-spf: No such file or directory',
        strength: 'names',
        program: smtpdProgram,
      },
      policyRejected,
    ],
    facts: [],
    client: '451 4.3.5 <alice@example.test>: Recipient address rejected: Server configuration problem',
  },
  repair: {
    words:
      'Add the service to master.cf as its documentation says, or start the daemon and let postfix reach its socket.',
    commands: [
      'postconf -M | grep policy',
      'ls -l /var/spool/postfix/private | grep policy',
      'namei -l /var/spool/postfix/private/policyd-spf; postconf -F smtp/inet/chroot',
      'journalctl -k | grep -iE "(avc|apparmor).*smtpd"',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, \\
  permit_sasl_authenticated, reject_unauth_destination, check_policy_service unix:private/policyd-spf"`,
    provoke: [mailToLocalUser],
    repair: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unauth_destination"`,
    toldBy: 'log',
  },
  versions: { from: '2.1' },
  noticedBy: ['open-relay/outside-anonymous-local'],
  references: ['https://www.postfix.org/SMTPD_POLICY_README.html'],
};
