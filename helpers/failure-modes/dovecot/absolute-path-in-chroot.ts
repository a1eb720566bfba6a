import type { FailureMode } from '../../model/failure-mode';
import { intoChroot } from '../shared/chroot';
import { mailOfUser } from '../shared/client-steps';
import { smtpdSetting } from '../shared/service-settings';
import {
  absoluteInChroot,
  connect,
  dead,
  noFile,
  noGreeting,
  pathLook,
  socketManual,
  stopsSmtpd,
} from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/absolute-path-in-chroot',
  kind: 'fault',
  title: 'smtpd_sasl_path is absolute, and smtpd is chrooted',
  cause:
    'A chrooted smtpd sees the queue directory as its root: /var/spool/postfix/private/auth is for it ' +
    '/var/spool/postfix/var/spool/postfix/private/auth, which is nowhere. Debian’s master.cf chroots smtpd, CentOS’s ' +
    'does not, so that a configuration which was copied from one to the other fails.',
  symptoms: {
    log: [
      connect("/(?!etc/|usr/)[^' :]+", noFile, `'/var/spool/postfix/private/auth' failed: ${noFile}`, 'suggests'),
      ...stopsSmtpd,
    ],
    facts: [smtpdSetting('smtpd_sasl_path is absolute, and smtpd is chrooted', pathLook, absoluteInChroot)],
    client: noGreeting,
  },
  repair: {
    words: 'Give the path as seen from the queue directory: that is right with and without a chroot.',
    commands: ['postconf -e smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
  },
  reproduction: {
    image: 'dovecot',
    inject: `${intoChroot('resolv.conf', 'hosts', 'services', 'nsswitch.conf')}
postconf -F '*/inet/chroot=y'
postconf -e smtpd_sasl_path=/var/spool/postfix/private/auth`,
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_path=private/auth',
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy: dead,
  references: [socketManual, 'https://github.com/docker-mailserver/docker-mailserver/issues/604'],
};
