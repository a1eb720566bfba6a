import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { absent, alone, parameter } from '../shared/facts';
import { asUsual, manual } from './shared/postlog';

const toSyslog = parameter('maillog_file', /^$/, 'maillog_file is not set, so that Postfix logs to syslog');

export const mode: FailureMode = {
  id: 'syslog/no-syslog',
  kind: 'fault',
  title: 'nobody takes what Postfix logs: there is no /dev/log',
  cause:
    'Postfix logs to syslog, and in most containers there is none: no daemon, and no /dev/log. Mail works, but there is ' +
    'no log anywhere. The same happens where the daemon listens on a volume that is not mounted.',
  symptoms: { log: [], facts: [alone(absent('/dev/log')), toSyslog], client: asUsual },
  repair: {
    words: 'From Postfix 3.4 on, let it log to standard output itself; before, run a syslog daemon.',
    commands: [
      'postconf -e maillog_file=/dev/stdout',
      'postfix start-fg',
      'rsyslogd   # the other way: yum install rsyslog, apt-get install rsyslog',
    ],
  },
  reproduction: {
    inject: `kill "$(cat /run/rsyslogd.pid)"
timeout 5 tail --pid="$(cat /run/rsyslogd.pid)" -s 0.02 -f /dev/null || true
rm -f /dev/log`,
    provoke: [mailOfUser],
    repair: 'rsyslogd',
    restart: false,
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    manual,
    'https://github.com/tozd/docker-postfix/issues/1',
    'https://github.com/runeasymail/easymail/issues/175',
  ],
};
