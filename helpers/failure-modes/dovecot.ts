import type { FailureMode } from '../model/failure-mode';
import { intoChroot } from './chroot';
import { mailOfUser } from './client-steps';
import {
  config,
  connect,
  dead,
  dovecotManual,
  listener,
  noFile,
  noGreeting,
  socketManual,
  stopsSmtpd,
} from './dovecot-signs';
import { noSmtpdSetting, smtpdSetting } from './service-settings';
import { running } from './signs';

// Neither of what Cyrus SASL takes for a path: a name such as smtpd, or a list of folders.
const anySocket = String.raw`(?!smtpd\b|inet:)(?:private/|/(?!etc/|usr/))[^' :]+`;
const refused = 'Connection refused';

const notThere = connect(anySocket, noFile, `'private/auth' failed: ${noFile}`, 'suggests');

const pathLook = 'postconf -h smtpd_sasl_path; postconf -P | grep smtpd_sasl_path; postconf -M | grep smtpd';

const absoluteInChroot: Parameters<typeof smtpdSetting>[2] = (get, service) =>
  get('smtpd_sasl_path').startsWith('/') && service?.chroot === 'y';

// What Dovecot has once made stays when it ends.
const withoutSocket = 'rm -f /var/spool/postfix/private/auth';

/** smtpd asks Dovecot for its mechanisms whenever a client connects, and ends where it gets no answer. */
export const dovecot: readonly FailureMode[] = [
  {
    id: 'dovecot/configuration-error',
    kind: 'fault',
    title: 'Dovecot does not start because of an error in its configuration',
    cause:
      'Dovecot reads its whole configuration at the start and refuses all of it for one setting that it does not know: ' +
      'a misspelt one, or one of another version. From 2.3 to 2.4 many were renamed, and dovecot_config_version must ' +
      'come first. Without Dovecot there is nobody at the socket that smtpd asks, and smtpd ends as well.',
    symptoms: {
      log: [
        {
          pattern: /^(?:doveconf: )?Fatal: Error in configuration file /,
          specimen:
            'dovecot: doveconf: Fatal: Error in configuration file /etc/dovecot/dovecot.conf line 33: Unknown setting: ssl_min_protocl',
          strength: 'names',
          program: /^(?:dovecot|doveconf)$/,
        },
        connect(anySocket, `${noFile}|${refused}`, `'private/auth' failed: ${refused}`, 'accompanies'),
        ...stopsSmtpd,
      ],
      facts: [],
      client: noGreeting,
    },
    repair: {
      words: 'Correct the line that the message names until doveconf is content; then start Dovecot before Postfix.',
      commands: ['doveconf -n >/dev/null', 'systemctl restart dovecot', 'systemctl restart postfix'],
    },
    reproduction: {
      image: 'dovecot',
      inject: `echo 'ssl_min_protocl = TLSv1.2' >>${config}`,
      // Whoever connects makes smtpd say what is true as well: that nobody is at the socket.
      provoke: [],
      repair: `sed -i 's/^ssl_min_protocl/ssl_min_protocol/' ${config}
doveconf -n >/dev/null`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: dead,
    references: [
      'https://doc.dovecot.org/latest/installation/upgrade/2.3-to-2.4.html',
      'https://github.com/LukeSmithxyz/emailwiz/issues/129',
      'https://github.com/docker-mailserver/docker-mailserver/issues/4447',
    ],
  },
  {
    id: 'dovecot/not-running',
    kind: 'fault',
    title: 'Dovecot was not started, and its socket is not there',
    cause:
      'With smtpd_sasl_type = dovecot, smtpd has no mechanisms of its own: it asks Dovecot at a socket below the queue ' +
      'directory, which Dovecot makes when it starts. It has not been started since the machine or the container ' +
      'began: not enabled, or after Postfix.',
    symptoms: {
      log: [notThere, ...stopsSmtpd],
      facts: [running('dovecot', false)],
      client: noGreeting,
    },
    repair: {
      words: 'Start Dovecot, and from now on before Postfix; see that the socket appears.',
      commands: [
        'systemctl enable --now dovecot',
        'ls -l /var/spool/postfix/private/auth',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      image: 'dovecot',
      // The services of the lab start what can be run.
      inject: `chmod a-x /usr/sbin/dovecot
${withoutSocket}`,
      provoke: [mailOfUser],
      repair: 'chmod a+x /usr/sbin/dovecot',
      toldBy: 'log and facts',
    },
    versions: { from: '2.3' },
    noticedBy: dead,
    references: [socketManual, 'https://github.com/LukeSmithxyz/emailwiz/issues/129'],
  },
  {
    id: 'dovecot/no-listener',
    kind: 'fault',
    title: 'Dovecot runs, but offers no socket where smtpd_sasl_path points',
    cause:
      'Dovecot makes only the sockets that service auth lists, and none of them is the one that Postfix wants: the ' +
      'unix_listener is missing or commented out (as in the stock 10-master.conf), a mounted file overrides it, or a new ' +
      'version of an image has moved it. IMAP goes on working, so that nobody suspects Dovecot.',
    symptoms: {
      log: [notThere, ...stopsSmtpd],
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
  },
  {
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
  },
  {
    id: 'dovecot/socket-permissions',
    kind: 'fault',
    title: 'the user postfix may not write to Dovecot’s socket',
    cause:
      'smtpd runs as the user postfix, and a socket can be used by those who may write to it. The unix_listener says ' +
      'nothing of user and group, so that the socket is root’s with mode 0600; or it was made for another user’s number, ' +
      'or an ACL on a mounted queue directory forbids it. As root everything seems to work.',
    symptoms: {
      log: [connect("[^' ]+", 'Permission denied', "'private/auth' failed: Permission denied", 'names'), ...stopsSmtpd],
      facts: [],
      client: noGreeting,
    },
    repair: {
      words: 'Say in the unix_listener: mode = 0660, user = postfix, group = postfix. Restart Dovecot, then Postfix.',
      commands: [
        'ls -ld /var/spool/postfix/private /var/spool/postfix/private/auth',
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
  },
  {
    id: 'dovecot/stale-socket',
    kind: 'fault',
    title: 'Dovecot has ended, and the socket that it left is dead',
    cause:
      'Dovecot leaves its sockets where they are when it ends, whether it was stopped or killed, and a queue directory on ' +
      'a disk or a volume keeps them over restarts. The file is there, so a look at it finds nothing wrong; but nobody ' +
      'listens.',
    symptoms: {
      log: [connect(anySocket, refused, `'private/auth' failed: ${refused}`, 'suggests'), ...stopsSmtpd],
      facts: [running('dovecot', false)],
      client: noGreeting,
    },
    repair: {
      words: 'See in its log why Dovecot ended, and start it: it replaces the dead socket. Then restart Postfix.',
      commands: ['journalctl -u dovecot -n 20', 'systemctl restart dovecot', 'systemctl restart postfix'],
    },
    reproduction: {
      image: 'dovecot',
      inject: 'chmod a-x /usr/sbin/dovecot',
      provoke: [mailOfUser],
      repair: 'chmod a+x /usr/sbin/dovecot',
      toldBy: 'log and facts',
    },
    versions: { from: '2.3' },
    noticedBy: dead,
    references: [socketManual, 'https://github.com/mailcow/mailcow-dockerized/issues/3211'],
  },
  {
    id: 'dovecot/inet-refused',
    kind: 'fault',
    title: 'smtpd_sasl_path names a TCP port of Dovecot that smtpd can’t reach',
    cause:
      'smtpd_sasl_path = inet:host:port is for a Dovecot in another container or on another machine. Nothing listens ' +
      'there: service auth has no inet_listener, or another host or port was meant, or that container is not up.',
    symptoms: {
      log: [
        connect(
          "inet:[^' ]+",
          'Connection refused|Connection timed out|No route to host|Network is unreachable',
          `'inet:127.0.0.1:10001' failed: ${refused}`,
          'names',
        ),
        ...stopsSmtpd,
      ],
      facts: [],
      client: noGreeting,
    },
    repair: {
      words:
        'Give service auth an inet_listener with that port and restart Dovecot; or, on the same machine, use its socket. ' +
        'The port gives whoever reaches it answers about passwords: open it to Postfix alone.',
      commands: ['ss -ltnp | grep dovecot', 'postconf -e smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
    },
    reproduction: {
      image: 'dovecot',
      inject: 'postconf -e smtpd_sasl_path=inet:127.0.0.1:10001',
      provoke: [mailOfUser],
      repair: `cat >>${config} <<'END'
service auth {
  inet_listener {
    address = 127.0.0.1
    port = 10001
  }
}
END`,
      toldBy: 'log',
    },
    versions: { from: '2.6' },
    noticedBy: dead,
    references: [socketManual],
  },
];
