import type { FailureMode, LogSign } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { running } from '../shared/facts';
import { noSmtpdSetting } from '../shared/service-settings';
import {
  absoluteInChroot,
  anySocket,
  config,
  connect,
  dead,
  dovecotManual,
  listener,
  noGreeting,
  notThere,
  pathLook,
  refused,
  stopsSmtpd,
  withoutSocket,
} from './shared/socket';

const deadAlthoughItRuns: LogSign = {
  ...connect(anySocket, refused, `'private/auth' failed: ${refused}`, 'suggests'),
  onlyIf: running('dovecot', true),
  alternative: true,
};

export const mode: FailureMode = {
  id: 'dovecot/no-listener',
  kind: 'fault',
  title: 'Dovecot runs, but offers no socket where smtpd_sasl_path points',
  cause:
    'Dovecot makes only the sockets that service auth lists, and none of them is the one that Postfix wants: the ' +
    'unix_listener is missing or commented out (as in the stock 10-master.conf), a mounted file overrides it, or a new ' +
    'version of an image has moved it. IMAP goes on working, so that nobody suspects Dovecot. Where a socket of before lies there, or one that was copied ' +
    'with the queue, the connection is refused instead.',
  symptoms: {
    log: [notThere, deadAlthoughItRuns, ...stopsSmtpd],
    facts: [
      running('dovecot', true),
      noSmtpdSetting('smtpd_sasl_path is relative, or smtpd is not chrooted', pathLook, absoluteInChroot),
    ],
    client: noGreeting,
  },
  repair: {
    words:
      'Give service auth in Dovecot’s 10-master.conf a unix_listener /var/spool/postfix/private/auth with mode = 0660, ' +
      'user = postfix and group = postfix; or let smtpd_sasl_path name the one that is there.',
    commands: [
      "doveconf -n | grep -A3 'unix_listener.*auth'",
      'systemctl restart dovecot',
      'ls -l /var/spool/postfix/private/auth',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: `sed -i '/unix_listener .*private.auth/,/}/d' ${config}
${withoutSocket}`,
    provoke: [mailOfUser],
    repair: `cat >>${config} <<'END'
service auth {
${listener}
}
END`,
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy: dead,
  references: [
    dovecotManual,
    'https://github.com/docker-mailserver/docker-mailserver/issues/3376',
    'https://github.com/docker-mailserver/docker-mailserver/issues/526',
  ],
};
