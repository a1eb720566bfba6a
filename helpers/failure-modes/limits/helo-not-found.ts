import type { FailureMode } from '../../model/failure-mode';
import { rejects } from '../shared/log-signs';
import { exempts, greetsAs, heloManual, specimenOf } from './shared/helo-checks';

export const mode: FailureMode = {
  id: 'limits/helo-not-found',
  kind: 'fault',
  title: 'the name in EHLO must exist in DNS, and that of the client is not found',
  cause:
    'reject_unknown_helo_hostname looks the name up. Names of mail programs exist in no DNS, and other servers with a wrong name and robots are refused as they should be. Where the server cannot reach DNS, as in a chroot without resolv.conf, no name is found, so that all mail is put off.',
  symptoms: {
    log: [
      rejects(
        /<[^>]*>: Helo command rejected: Host not found;/,
        specimenOf('450 4.7.1 <pc.nowhere.test>: Helo command rejected: Host not found', 'pc.nowhere.test'),
        'names',
      ),
    ],
    facts: [],
    client: '450 4.7.1 <pc.nowhere.test>: Helo command rejected: Host not found',
  },
  repair: {
    words: 'Let users pass before the check, and see that the server resolves names.',
    commands: [
      'postconf -e "smtpd_helo_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_helo_hostname"',
      'systemctl reload postfix',
      'getent hosts www.example.com',
    ],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_helo_restrictions = reject_unknown_helo_hostname'",
    provoke: greetsAs('pc.nowhere.test'),
    repair: exempts('reject_unknown_helo_hostname'),
    zones: [{ suffix: 'nowhere.test', kind: 'nxdomain' }],
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    heloManual,
    'https://github.com/oblien/openship/issues/686',
    'https://github.com/chatmail/core/issues/1847',
  ],
};
