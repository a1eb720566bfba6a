import type { FailureMode } from '../../model/failure-mode';
import { asksSaslauthdStartedByHand, loginOfUser, temporaryFailure, unreachable, usersFail } from '../shared/saslauthd';
import { genericFailure, verificationFailed } from './shared/asked';
import { connectsToNobody } from './shared/testsaslauthd';

export const mode: FailureMode = {
  id: 'saslauthd/stale-socket',
  kind: 'fault',
  title: 'saslauthd’s socket is there, and nobody listens at it',
  cause:
    'saslauthd ended without removing its socket: it was killed, for instance by the kernel when memory ran out, or ' +
    'its container stopped and the directory is a volume that outlived it. Connections to what is left are refused.',
  symptoms: {
    log: [unreachable('Connection refused', 'names'), verificationFailed, genericFailure, connectsToNobody],
    facts: [],
    client: temporaryFailure,
  },
  repair: {
    words: 'Start saslauthd: it replaces the socket. Let something restart it when it dies.',
    commands: ['systemctl restart saslauthd', 'journalctl -u saslauthd'],
  },
  reproduction: {
    inject: `${asksSaslauthdStartedByHand}
mailctl start-saslauthd -n 1
kill -9 "$(cat /run/saslauthd/saslauthd.pid)"`,
    provoke: [loginOfUser],
    repair: 'mailctl start-saslauthd',
    restart: false,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: usersFail,
  references: ['https://www.postfix.org/SASL_README.html#saslauthd'],
};
