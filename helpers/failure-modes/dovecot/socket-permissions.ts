import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { config, connect, dead, dovecotManual, noGreeting, stopsSmtpd } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/socket-permissions',
  kind: 'fault',
  title: 'the user postfix may not write to Dovecot’s socket',
  cause:
    'smtpd runs as the user postfix, and a socket can be used by those who may write to it. The unix_listener says ' +
    'nothing of user and group, so that the socket is root’s with mode 0600; or it was made for another user’s number, ' +
    'or an ACL on a mounted queue directory forbids it; where user, group and mode are right, AppArmor (its profile of ' +
    'dovecot/auth) or SELinux does. As root everything seems to work.',
  symptoms: {
    log: [
      connect("[^' ]+", 'Permission denied', "'private/auth' failed: Permission denied", 'suggests'),
      ...stopsSmtpd,
    ],
    facts: [],
    client: noGreeting,
  },
  repair: {
    words: 'Say in the unix_listener: mode = 0660, user = postfix, group = postfix. Restart Dovecot, then Postfix.',
    commands: [
      'ls -ld /var/spool/postfix/private /var/spool/postfix/private/auth',
      'journalctl -k | grep -iE "apparmor=.?DENIED|avc: *denied" | tail',
      'systemctl restart dovecot',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: `sed -i '/unix_listener .*private.auth/,/}/ { s/mode = .*/mode = 0600/; s/user = .*/user = root/ }' ${config}`,
    provoke: [mailOfUser],
    repair: `sed -i '/unix_listener .*private.auth/,/}/ { s/mode = .*/mode = 0660/; s/user = .*/user = postfix/ }' ${config}`,
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: dead,
  references: [
    dovecotManual,
    'https://github.com/docker-mailserver/docker-mailserver/issues/3110',
    'https://github.com/docker-mailserver/docker-mailserver/issues/604',
  ],
};
