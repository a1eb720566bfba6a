import type { FailureMode } from '../../model/failure-mode';
import { listenersFail } from './shared/listeners-fail';

export const mode: FailureMode = {
  id: 'dovecot/socket-not-made',
  kind: 'fault',
  title: 'Dovecot can’t make its socket for Postfix',
  cause:
    '"No such file or directory": the folder private below the queue directory is not there, as where Postfix is not installed or runs in another container. "Permission denied" or "not permitted": SELinux, AppArmor or a mounted volume forbids it, or Dovecot does not run as root. "Address already in use": another Dovecot is at it. Or a user or group that unix_listener names does not exist. Dovecot does not start.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:bind|unlink|chown|net_listen_unix|fchown)\(\S*\/private\/\S+\) failed: |Fatal: .*(?:Group|User) doesn't exist: postfix/,
        specimen: 'dovecot: master: Error: bind(/var/spool/postfix/private/auth) failed: No such file or directory',
        strength: 'names',
        program: /^(?:dovecot|doveconf)$/,
      },
      listenersFail,
    ],
    facts: [],
    client: 'No greeting of smtpd: it has no mechanisms.',
  },
  repair: {
    words:
      'Start Postfix once before Dovecot, so that the folder is there; correct user and group; see what forbids it.',
    commands: [
      'ls -ld /var/spool/postfix/private',
      'getent passwd postfix',
      'journalctl -k | grep -iE "apparmor=.?DENIED|avc: *denied" | tail',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.4.1/howto/sasl/postfix.html'],
};
