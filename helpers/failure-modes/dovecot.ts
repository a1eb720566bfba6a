import type { FailureMode, LogSign } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import { noSmtpdSetting, smtpdSetting } from './service-settings';
import { alone, died, running, throttled } from './signs';

// Up to 3.6: Connect to private/auth failed: …; from 3.7 on: Connect to Dovecot auth socket 'private/auth' failed: …
const connect = (socket: string, reason: string, example: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(
    `^warning: SASL: Connect to (?:${socket}|Dovecot auth socket '${socket}') failed: (?:${reason})$`,
  ),
  specimen: `postfix/submission/smtpd[279]: warning: SASL: Connect to Dovecot auth socket ${example}`,
  strength,
});

// Neither of what Cyrus SASL takes for a path: a name such as smtpd, or a list of folders.
const anySocket = String.raw`(?!smtpd\b|inet:)(?:private/|/(?!etc/|usr/))[^' :]+`;
const noFile = 'No such file or directory';
const refused = 'Connection refused';

const notThere = connect(anySocket, noFile, `'private/auth' failed: ${noFile}`, 'suggests');

const stopsSmtpd = [died, throttled];

const pathLook = 'postconf -h smtpd_sasl_path; postconf -P | grep smtpd_sasl_path; postconf -M | grep smtpd';

const absoluteInChroot: Parameters<typeof smtpdSetting>[2] = (get, service) =>
  get('smtpd_sasl_path').startsWith('/') && service?.chroot === 'y';

const noPlaintextLeft = smtpdSetting(
  'smtpd_sasl_type is dovecot, and noplaintext is in force where AUTH is offered',
  'postconf smtpd_sasl_type smtpd_sasl_security_options smtpd_sasl_tls_security_options smtpd_tls_auth_only',
  (get) => {
    const inClear = get('smtpd_sasl_security_options');
    const inTls = get('smtpd_sasl_tls_security_options') || inClear;
    const offered = get('smtpd_tls_auth_only') === 'yes' ? [inTls] : [inClear, inTls];
    return get('smtpd_sasl_type') === 'dovecot' && offered.some((options) => /\bnoplaintext\b/.test(options));
  },
);

const typeForgotten = smtpdSetting(
  'smtpd_sasl_path names a socket of Dovecot, and smtpd_sasl_type is not dovecot',
  'postconf smtpd_sasl_type smtpd_sasl_path',
  (get) =>
    get('smtpd_sasl_type') !== 'dovecot' &&
    /^(?:private\/|inet:|unix:|\/.*(?:auth|dovecot))/.test(get('smtpd_sasl_path')),
);

const noGreeting =
  'No greeting: the connection closes after a second; the next ones hang in silence for up to a minute.';
const socketManual = 'https://www.postfix.org/SASL_README.html#server_dovecot';
const dovecotManual = 'https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_and_dovecot_sasl/';
const config = '/etc/dovecot/dovecot.conf';
const listener = `  unix_listener /var/spool/postfix/private/auth {
    mode = 0660
    user = postfix
    group = postfix
  }`;
// What Dovecot has once made stays when it ends.
const withoutSocket = 'rm -f /var/spool/postfix/private/auth';
const dead = ['no-mechanisms/usable-on-587'];

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
      inject: `mkdir -p /var/spool/postfix/etc
cp -L /etc/{resolv.conf,hosts,services,nsswitch.conf} /var/spool/postfix/etc/
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
    id: 'dovecot/path-of-cyrus',
    kind: 'fault',
    title: 'smtpd_sasl_type is dovecot, and smtpd_sasl_path still is one for Cyrus SASL',
    cause:
      'For Cyrus SASL, smtpd_sasl_path is the name of a configuration file, smtpd by default; for Dovecot it is a socket. ' +
      'Only the type was changed, so smtpd takes the name, or a list of folders, for a socket in the queue directory.',
    symptoms: {
      log: [
        connect(`(?:smtpd|/(?:etc|usr)/[^' ]*|[^' ]+:/[^' ]*)`, noFile, `'smtpd' failed: ${noFile}`, 'names'),
        ...stopsSmtpd,
      ],
      facts: [],
      client: noGreeting,
    },
    repair: {
      words: 'Name the socket that Dovecot makes for Postfix.',
      commands: ['postconf -e smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
    },
    reproduction: {
      image: 'dovecot',
      inject: 'postconf -X smtpd_sasl_path',
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_path=private/auth',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: dead,
    references: [socketManual, 'https://github.com/docker-mailserver/docker-mailserver/issues/1049'],
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
  {
    id: 'dovecot/wrong-socket',
    kind: 'fault',
    title: 'smtpd_sasl_path names a socket of Dovecot that is not for logins',
    cause:
      'Dovecot takes what a socket is for from the end of its name: those that end in -userdb or -master serve other ' +
      'parts of Dovecot and speak another protocol. smtpd finds no mechanisms there.',
    symptoms: {
      log: [
        {
          pattern: /^warning: SASL: Connected to wrong auth socket \(auth-master instead of auth-client\)$/,
          specimen:
            'postfix/submission/smtpd[1162]: warning: SASL: Connected to wrong auth socket (auth-master instead of auth-client)',
          strength: 'names',
        },
        {
          pattern: /^auth: Error: auth-master client: BUG: Unknown command in userdb socket: CPID/,
          specimen:
            'dovecot: auth: Error: auth-master client: BUG: Unknown command in userdb socket: CPID?1162 (created 0 msecs ago, handshake 0 msecs ago)',
          strength: 'accompanies',
        },
        ...stopsSmtpd,
      ],
      facts: [],
      client: noGreeting,
    },
    repair: {
      words: 'Let smtpd_sasl_path name the socket whose name has no such ending, usually private/auth.',
      commands: ['postconf -e smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
    },
    reproduction: {
      image: 'dovecot',
      inject: `cat >>${config} <<'END'
service auth {
${listener.replace('/auth ', '/auth-userdb ')}
}
END
postconf -e smtpd_sasl_path=private/auth-userdb`,
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_path=private/auth',
      toldBy: 'log',
    },
    versions: { from: '3.0' },
    noticedBy: dead,
    references: [dovecotManual],
  },
  {
    id: 'dovecot/noplaintext',
    kind: 'fault',
    title: 'noplaintext takes away every mechanism that Dovecot offers',
    cause:
      'Dovecot offers PLAIN, often LOGIN too, and seldom more, as its passwords are stored as hashes. ' +
      'smtpd_sasl_security_options = noplaintext removes just these. smtpd ends with "no SASL authentication mechanisms" ' +
      'and, other than with Cyrus SASL, no line before it says why.',
    symptoms: {
      log: stopsSmtpd,
      facts: [alone(noPlaintextLeft)],
      client: noGreeting,
    },
    repair: {
      words: 'Take noplaintext away, and protect passwords with TLS instead.',
      commands: [
        'postconf -e smtpd_sasl_security_options=noanonymous smtpd_tls_auth_only=yes',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      image: 'dovecot',
      inject: 'postconf -e smtpd_sasl_security_options=noanonymous,noplaintext',
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'facts',
    },
    versions: { from: '2.3' },
    noticedBy: dead,
    references: [
      'https://www.postfix.org/postconf.5.html#smtpd_sasl_security_options',
      'https://github.com/docker-mailserver/docker-mailserver/issues/226',
    ],
  },
  {
    id: 'dovecot/type-is-cyrus',
    kind: 'fault',
    title: 'smtpd_sasl_path names Dovecot’s socket, and smtpd_sasl_type still is cyrus',
    cause:
      'smtpd_sasl_type is cyrus by default, also where only smtpd_sasl_path was set for Dovecot. Cyrus SASL takes the ' +
      'path for the name of a configuration file, doesn’t find it, offers all its plug-ins and looks for users in ' +
      'sasldb2, which has none of them. Nothing of it reaches Dovecot, and Dovecot’s log shows no attempt.',
    symptoms: {
      log: [
        {
          pattern: /^warning: \S+: SASL \S+ authentication failed: authentication failure(?:, sasl_username=.*)?$/,
          specimen:
            'postfix/submission/smtpd[81]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: authentication failure, sasl_username=alice@example.test',
          strength: 'accompanies',
        },
      ],
      facts: [alone(typeForgotten)],
      client:
        '535 5.7.8 Error: authentication failed: authentication failure; AUTH lists mechanisms that Dovecot has not.',
    },
    repair: {
      words: 'Set both parameters.',
      commands: ['postconf -e smtpd_sasl_type=dovecot smtpd_sasl_path=private/auth', 'systemctl restart postfix'],
    },
    reproduction: {
      image: 'dovecot',
      // A sasldb2 that is in order, with another user: without one, that it is missing would be true as well.
      inject: `echo secret | saslpasswd2 -p -c -u example.test carol
chgrp postfix /etc/sasldb2
chmod 640 /etc/sasldb2
postconf -X smtpd_sasl_type`,
      provoke: [],
      repair: `rm /etc/sasldb2
postconf -e smtpd_sasl_type=dovecot`,
      toldBy: 'facts',
    },
    versions: { from: '2.3' },
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [
      socketManual,
      'https://github.com/docker-mailserver/docker-mailserver/issues/1049',
      'https://github.com/docker-mailserver/docker-mailserver/issues/1345',
    ],
  },
];
